import { classNames } from '#app/components/ui/class-names.ts'
import type { ShownPicture } from '#app/domain/catalog/product-card.ts'
import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import { type Load, Photograph } from './brands/photograph.tsx'
import { CategoryGlyph } from './category-glyph.tsx'

type Picture = {
  /** the farm's own photograph, shown before any drawing */
  picture?: ShownPicture | null
  /** with a woodcut; null shows the category's glyph instead */
  crop: string | null
  category: Category
  /** of the woodcut, which says that it is one */
  alt: string
  /** of the photograph; none where the name stands beside it */
  photoAlt?: string
  /** how wide it is shown; as on a card where nothing is said */
  sizes?: string
  /** in the first screenful: fetched at once, and before anything else where it is the page's main picture */
  load?: Load
  faded?: boolean
  className?: string | undefined
}

const onCard = '(min-width: 1152px) 272px, (min-width: 1024px) 25vw, (min-width: 768px) 33vw, 50vw'

/** The product's picture, 4:3 whatever is known of it: photograph, else woodcut, else glyph (decoration: the name stands beside it). */
export function ProducePicture({ picture, crop, category, alt, photoAlt = '', sizes = onCard, load = 'lazy', faded, className }: Picture) {
  const frame = classNames('aspect-4/3 w-full', faded && 'opacity-50', className)
  if (picture) {
    const look = classNames(frame, 'block h-auto bg-ground object-cover')
    return <Photograph id={picture.id} colour={picture.colour} alt={photoAlt} sizes={sizes} load={load} className={look} />
  }
  if (crop === null) {
    return (
      <span className={classNames(frame, 'flex items-center justify-center bg-rape-tint')}>
        <CategoryGlyph category={category} size="36%" />
      </span>
    )
  }
  return (
    <img
      src={`/art/${crop}.svg`}
      alt={alt}
      width={400}
      height={300}
      loading={load === 'lazy' ? 'lazy' : 'eager'}
      {...(load === 'first' ? { fetchPriority: 'high' as const } : {})}
      className={classNames(frame, 'block h-auto')}
    />
  )
}

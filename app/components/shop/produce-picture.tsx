import { classNames } from '#app/components/ui/class-names.ts'
import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import { CategoryGlyph } from './category-glyph.tsx'

type Picture = {
  /** with a woodcut; null shows the category's glyph instead */
  crop: string | null
  category: Category
  alt: string
  /** in the first screenful: fetched at once, and before anything else where it is the page's main picture */
  load?: 'lazy' | 'eager' | 'first'
  faded?: boolean
  className?: string | undefined
}

/** The product's picture, 4:3 whatever is known of it; a glyph is decoration, the name stands beside it. */
export function ProducePicture({ crop, category, alt, load = 'lazy', faded = false, className }: Picture) {
  const frame = classNames('aspect-4/3 w-full', faded && 'opacity-50', className)
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

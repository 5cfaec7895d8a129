import { type PictureFile, picturePath, shelfWidths } from '#app/domain/media/picture-files.ts'

export type Load = 'lazy' | 'eager' | 'first'

type Photograph = {
  id: string
  /** drawn until it is there */
  colour: string | null
  alt: string
  /** how wide it is shown, as `sizes` says it */
  sizes: string
  load?: Load | undefined
  className?: string | undefined
}

const sources = (id: string, format: 'avif' | 'webp') =>
  shelfWidths.map((width) => `${picturePath(id, `${width}.${format}` satisfies PictureFile)} ${width}w`).join(', ')

/** A photograph kept at 4:3: the smallest file that is sharp where it stands, and room for it before it is there. */
export function Photograph({ id, colour, alt, sizes, load = 'lazy', className }: Photograph) {
  return (
    <picture className="contents">
      <source type="image/avif" srcSet={sources(id, 'avif')} sizes={sizes} />
      <img
        src={picturePath(id, '640.webp')}
        srcSet={sources(id, 'webp')}
        sizes={sizes}
        alt={alt}
        width={960}
        height={720}
        loading={load === 'lazy' ? 'lazy' : 'eager'}
        decoding="async"
        {...(load === 'first' ? { fetchPriority: 'high' as const } : {})}
        {...(colour === null ? {} : { style: { background: colour } })}
        className={className}
      />
    </picture>
  )
}

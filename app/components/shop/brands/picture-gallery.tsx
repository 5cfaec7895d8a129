import { brandMessages } from '#app/i18n/messages/brands.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { Photograph } from './photograph.tsx'

export type GalleryPicture = { mediaId: string; alt: string }

const half = '(min-width: 1024px) 560px, 100vw'

/** A product's photographs side by side in one frame, to be swept through; the small ones below lead to each. No script is needed. */
export function PictureGallery({ pictures, colour }: { pictures: readonly GalleryPicture[]; colour: string | null }) {
  const t = useMessages(brandMessages)
  const idOf = (index: number) => `picture-${index + 1}`
  return (
    <section aria-label={t.pictures}>
      <ul
        tabIndex={0}
        aria-label={t.pictures}
        className="flex snap-x snap-mandatory overflow-x-auto border-b-2 border-ink bg-paper sm:rounded-md sm:border-2"
      >
        {pictures.map(({ mediaId, alt }, index) => (
          <li key={mediaId} id={idOf(index)} className="w-full shrink-0 snap-start">
            <Photograph
              id={mediaId}
              colour={index === 0 ? colour : null}
              alt={alt}
              sizes={half}
              load={index === 0 ? 'first' : 'lazy'}
              className="block aspect-4/3 h-auto w-full bg-ground object-cover"
            />
          </li>
        ))}
      </ul>
      {pictures.length > 1 ? (
        <ol className="flex flex-wrap gap-2 px-4 pt-2 sm:px-0">
          {pictures.map(({ mediaId }, index) => (
            <li key={mediaId}>
              <a href={`#${idOf(index)}`} aria-label={t.pictureOf(index + 1, pictures.length)} className="block size-16">
                <Photograph
                  id={mediaId}
                  colour={null}
                  alt=""
                  sizes="64px"
                  className="block size-16 rounded-sm border border-control object-cover"
                />
              </a>
            </li>
          ))}
        </ol>
      ) : null}
    </section>
  )
}

import { Photograph } from '#app/components/shop/brands/photograph.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import type { ArrangedPicture } from '#app/domain/brands/arrange-pictures.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { Panel } from '../panel.tsx'

/** A product's pictures as they stand, and the way to where they are changed. */
export function ProductPicturesPanel({ productId, pictures }: { productId: string; pictures: readonly ArrangedPicture[] }) {
  const t = useMessages(brandDeskMessages)
  const pick = usePick()
  return (
    <Panel id="pictures" title={t.picturesTitle} lead={t.picturesLead}>
      {pictures.length === 0 ? (
        <p className="text-ink-2">{t.noPictures}</p>
      ) : (
        <ul className="flex flex-wrap gap-2">
          {pictures.map(({ mediaId, altZh, altEn }) => (
            <li key={mediaId} className="w-24">
              <Photograph
                id={mediaId}
                colour={null}
                alt={pick(altZh, altEn)}
                sizes="96px"
                className="block aspect-4/3 h-auto w-full rounded-sm border border-control object-cover"
              />
            </li>
          ))}
        </ul>
      )}
      <ButtonLink to={`/farm/listings/${productId}/pictures`} look="plain" className="self-start">
        {t.managePictures}
      </ButtonLink>
    </Panel>
  )
}

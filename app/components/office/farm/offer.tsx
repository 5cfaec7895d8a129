import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import { type Fen, shareFen } from '#app/domain/money/fen.ts'
import { formatFen } from '#app/i18n/format.ts'
import { farmPartnersMessages } from '#app/i18n/messages/farm-partners.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { FarmPicture } from './picture.tsx'

type Offer = {
  id: string
  nameZh: string
  nameEn: string
  crop: string | null
  category: Category
  /** null for the alliance's own */
  producerZh: string | null
  producerEn: string | null
  /** its cheapest size */
  fromFen: Fen | null
  chosen: boolean
}

/** A partner's product to tick: whose it is, what it costs, what a sale of it earns. */
export function FarmOffer({ offer, distributionBp }: { offer: Offer; distributionBp: number }) {
  const t = useMessages(farmPartnersMessages)
  const pick = usePick()
  const name = pick(offer.nameZh, offer.nameEn)
  const producer = offer.producerZh === null || offer.producerEn === null ? t.allianceProducer : pick(offer.producerZh, offer.producerEn)
  return (
    <li>
      {offer.chosen ? <input type="hidden" name="was" value={offer.id} /> : null}
      <label className="flex h-full items-center gap-3 rounded-md border border-rule bg-paper px-3 py-2 has-checked:border-leaf has-checked:bg-leaf-tint">
        <input
          type="checkbox"
          name="chosen"
          value={offer.id}
          defaultChecked={offer.chosen}
          key={String(offer.chosen)}
          aria-label={t.offer(name)}
          className="size-5 shrink-0 accent-leaf"
        />
        <FarmPicture crop={offer.crop} category={offer.category} />
        <span className="min-w-0">
          <span className="block font-semibold">{name}</span>
          <span className="block text-sm text-ink-2">{producer}</span>
          {offer.fromFen === null ? null : (
            <span className="flex flex-wrap gap-x-3 text-sm">
              <span>{t.from(formatFen(offer.fromFen))}</span>
              <b className="text-leaf">{t.earns(formatFen(shareFen(offer.fromFen, distributionBp, 10_000)))}</b>
            </span>
          )}
        </span>
      </label>
    </li>
  )
}

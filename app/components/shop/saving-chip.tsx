import { classNames } from '#app/components/ui/class-names.ts'
import { formatFen, formatWeight } from '#app/i18n/format.ts'
import { checkoutMessages } from '#app/i18n/messages/checkout.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

export type Saving = {
  directFen: number
  deliveryFen: number
  /** what each farm's own parcel would cost; null when only the sum is known */
  parcels: { farmId: string; farmZh: string; farmEn: string; weightG: number; directFen: number }[] | null
  /** what bringing it really cost, once its waves are reckoned; null until then */
  drivenFen?: number | null
}

/** What delivering together saves over each farm shipping direct (S0). Opens its own calculation; costing more is shown, not hidden. */
export function SavingChip({ directFen, deliveryFen, parcels, drivenFen = null }: Saving) {
  const t = useMessages(checkoutMessages)
  const locale = useLocale()
  const pick = usePick()
  const savedFen = directFen - deliveryFen
  const headline = savedFen > 0 ? t.saving(formatFen(savedFen)) : savedFen < 0 ? t.noSaving(formatFen(-savedFen)) : t.evenSaving
  return (
    <details className="rounded-sm border border-rape bg-rape-tint text-sm text-ink">
      <summary className="min-h-11 px-3 py-2">
        <span className="font-semibold">{headline}</span> <span className="underline">{t.savingHow}</span>
      </summary>
      <dl className="flex flex-col gap-1 border-t border-rape px-3 py-2">
        {parcels?.map((parcel) => (
          <Row
            key={parcel.farmId}
            term={t.parcelOf(pick(parcel.farmZh, parcel.farmEn), formatWeight(parcel.weightG, locale))}
            fen={parcel.directFen}
          />
        ))}
        <Row term={t.directSum} fen={directFen} />
        <Row term={t.paidInstead} fen={-deliveryFen} />
        <Row term={savedFen < 0 ? t.costsMoreLine : t.savedLine} fen={Math.abs(savedFen)} strong />
        {drivenFen === null ? null : <Row term={t.reallyCost} fen={drivenFen} />}
      </dl>
      {drivenFen === null ? null : <p className="px-3 pb-2">{sayDriven(t, { drivenFen, deliveryFen, directFen })}</p>}
    </details>
  )
}

type Amounts = { drivenFen: number; deliveryFen: number; directFen: number }

/** What was paid and what parcels would have cost, against what it really cost; said as plainly when delivering together was dearer. */
function sayDriven(t: (typeof checkoutMessages)['en'], { drivenFen, deliveryFen, directFen }: Amounts): string {
  const overFen = drivenFen - deliveryFen
  const moreFen = drivenFen - directFen
  const fee = overFen > 0 ? t.feeFellShort(formatFen(overFen)) : t.feeCovered
  if (moreFen === 0) return `${fee}${t.sameAsParcels}`
  return `${fee}${moreFen > 0 ? t.dearerThanParcels(formatFen(moreFen)) : t.cheaperThanParcels(formatFen(-moreFen))}`
}

function Row({ term, fen, strong = false }: { term: string; fen: number; strong?: boolean }) {
  return (
    <div className={classNames('flex justify-between gap-4', strong && 'font-semibold')}>
      <dt>{term}</dt>
      <dd className="text-right whitespace-nowrap">{formatFen(fen)}</dd>
    </div>
  )
}

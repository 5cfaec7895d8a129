import { DataTable } from '#app/components/ui/data-table.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import type { PartStanding } from '#app/domain/catalog/weigh-part.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { bundleMessages } from '#app/i18n/messages/bundles.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

type Harvest = {
  lotId: string
  harvestedOn: string
  bestBeforeOn: string
  available: number
  forecast: boolean
  farmZh: string
  farmEn: string
}
export type DatedPart = {
  variantId: string
  code: string
  nameZh: string
  nameEn: string
  sizeZh: string
  sizeEn: string
  units: number
  /** null: at once */
  fromOn: string | null
  harvests: readonly Harvest[]
  standing: PartStanding
}

/** From when each part can be had, from which harvests, and on whose account the bundle cannot be sold. */
export function PartDates({ parts }: { parts: readonly DatedPart[] }) {
  const t = useMessages(bundleMessages)
  const pick = usePick()
  const locale = useLocale()
  return (
    <DataTable
      caption={t.datesTitle}
      rows={parts}
      rowKey={({ variantId, fromOn }) => `${variantId} ${fromOn ?? ''}`}
      columns={[
        {
          key: 'part',
          title: t.name,
          cell: (part) => (
            <span className="block min-w-32">
              {pick(`${part.nameZh} ${part.sizeZh}`, `${part.nameEn}, ${part.sizeEn}`)}
              <span className="block text-ink-2">{part.code}</span>
            </span>
          ),
        },
        { key: 'units', title: t.perBundle, numeric: true, cell: (part) => part.units },
        { key: 'from', title: t.hadFrom, cell: (part) => (part.fromOn ? formatShortDay(part.fromOn, locale) : t.atOnce) },
        {
          key: 'harvests',
          title: t.harvests,
          cell: (part) =>
            part.harvests.length === 0 ? (
              t.standing_no_harvest
            ) : (
              <ul>
                {part.harvests.map((lot) => (
                  <li key={lot.lotId} className="whitespace-nowrap">
                    <HarvestWords lot={lot} />
                  </li>
                ))}
              </ul>
            ),
        },
        {
          key: 'standing',
          title: t.state,
          cell: ({ standing }) => <StatusMark tone={standing === 'enough' ? 'done' : 'bad'}>{t[`standing_${standing}`]}</StatusMark>,
        },
      ]}
    />
  )
}

function HarvestWords({ lot }: { lot: Harvest }) {
  const t = useMessages(bundleMessages)
  const pick = usePick()
  const locale = useLocale()
  const [on, until] = [formatShortDay(lot.harvestedOn, locale), formatShortDay(lot.bestBeforeOn, locale)]
  const farm = pick(lot.farmZh, lot.farmEn)
  return <>{lot.forecast ? t.forecastLot(farm, on, until, lot.available) : t.harvestedLot(farm, on, until, lot.available)}</>
}

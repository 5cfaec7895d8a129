import { formatDay, formatFen } from '#app/i18n/format.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

export type LeaderBillParts = {
  goodsFen: number
  /** one drop a wave */
  deliveries: { waveId: string; deliversOn: string; feeFen: number }[]
  totalFen: number
}

/** The goods, each wave's delivery and the total. */
export function LeaderBill({ goodsFen, deliveries, totalFen }: LeaderBillParts) {
  const t = useMessages(leaderMessages)
  const locale = useLocale()
  const rows: [string, number][] = [
    [t.goods, goodsFen],
    ...deliveries.map(({ deliversOn, feeFen }): [string, number] => [t.deliveryOn(formatDay(deliversOn, locale)), feeFen]),
  ]
  return (
    <dl className="flex flex-col gap-2">
      {rows.map(([term, amountFen]) => (
        <div key={term} className="flex justify-between gap-4">
          <dt className="text-ink-2">{term}</dt>
          <dd className="text-right">{formatFen(amountFen)}</dd>
        </div>
      ))}
      <div className="flex justify-between gap-4 border-t border-rule pt-2 text-lg font-semibold">
        <dt>{t.total}</dt>
        <dd className="text-right text-pepper">{formatFen(totalFen)}</dd>
      </div>
    </dl>
  )
}

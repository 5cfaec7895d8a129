import { type Column, DataTable } from '#app/components/ui/data-table.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Line = {
  id: string
  productZh: string
  productEn: string
  sizeZh: string
  sizeEn: string
  quantity: number
  unitPriceFen: number
  amountFen: number
  /** what it is expected to bring the leader */
  commissionFen: number
}
/** `commissionFen` null: nobody earns on it as its leader */
export type OrderAmounts = { lines: readonly Line[]; goodsFen: number; deliveryFen: number; totalFen: number; commissionFen: number | null }

/** What each item costs and brings, the delivery, and the sums. */
export function LeaderOrderAmounts({ lines, goodsFen, deliveryFen, totalFen, commissionFen }: OrderAmounts) {
  const t = useMessages(leaderMessages)
  const pick = usePick()
  const columns: Column<Line>[] = [
    {
      key: 'product',
      title: t.product,
      cell: (line) => (
        <>
          {pick(line.productZh, line.productEn)}{' '}
          <span className="text-ink-2">
            {pick(line.sizeZh, line.sizeEn)} · {formatFen(line.unitPriceFen)} × {line.quantity}
          </span>
        </>
      ),
    },
    { key: 'amount', title: t.amount, numeric: true, cell: (line) => formatFen(line.amountFen) },
    ...(commissionFen === null
      ? []
      : [{ key: 'commission', title: t.commission, numeric: true, cell: (line: Line) => formatFen(line.commissionFen) }]),
  ]
  const sums: [string, number][] = [
    [t.goods, goodsFen],
    [t.deliveryFee, deliveryFen],
    [t.total, totalFen],
    ...(commissionFen === null ? [] : ([[t.commissionTotal, commissionFen]] satisfies [string, number][])),
  ]
  return (
    <>
      <DataTable caption={t.amounts} columns={columns} rows={lines} rowKey={(line) => line.id} onPhones="cards" />
      <dl className="flex flex-col gap-1 self-end">
        {sums.map(([term, amountFen]) => (
          <div key={term} className="flex justify-between gap-8">
            <dt className="text-ink-2">{term}</dt>
            <dd className="text-right font-semibold">{formatFen(amountFen)}</dd>
          </div>
        ))}
      </dl>
      {commissionFen === null ? null : <p className="text-sm text-ink-2">{t.commissionHelp}</p>}
    </>
  )
}

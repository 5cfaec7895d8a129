import { groupBy } from '#app/domain/group-by.ts'
import type { BulkProblem } from '#app/domain/ordering/bulk-problem.ts'
import { priceAt } from '#app/domain/pricing/price-ladder.ts'
import { formatFen } from '#app/i18n/format.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { LeaderSheetRow, type SheetRow, unitsIn } from './sheet-row.tsx'

type Sheet = {
  rows: readonly SheetRow[]
  /** by size, as it stands in the fields now */
  typed: Record<string, string>
  /** by size, as the server filled them in */
  given: Record<string, string>
  problems: Record<string, BulkProblem>
}

/** Products by quantity in one table, category by category, with the sum of what is filled in. */
export function LeaderSheetTable({ rows, typed, given, problems }: Sheet) {
  const t = useMessages(leaderMessages)
  const names: Record<string, unknown> = useMessages(shopMessages)
  const filled = rows.map((row) => ({ row, units: unitsIn(typed[row.variantId]) })).filter(({ units }) => units > 0)
  const goodsFen = filled.reduce((sum, { row, units }) => sum + priceAt(row.ladder, units) * units, 0)
  const units = filled.reduce((sum, one) => sum + one.units, 0)
  return (
    <div className="rounded-md border border-rule bg-paper">
      <table className="w-full border-collapse">
        <caption className="sr-only">{t.sheet}</caption>
        <thead>
          <tr className="border-b border-control text-sm">
            <th scope="col" className="px-3 py-2 text-left">
              {t.product}
            </th>
            <th scope="col" className="px-1 py-2 text-right whitespace-nowrap max-sm:pr-3">
              {t.quantity}
            </th>
            <th scope="col" className="px-3 py-2 text-right whitespace-nowrap max-sm:hidden">
              {t.sum}
            </th>
          </tr>
        </thead>
        {[...groupBy(rows, (row) => row.category)].map(([category, ofCategory]) => (
          <tbody key={category}>
            <tr>
              <th colSpan={3} scope="rowgroup" className="border-b border-rule bg-ground px-3 py-1 text-left text-sm text-ink-2">
                {String(names[category])}
              </th>
            </tr>
            {ofCategory.map((row) => (
              <LeaderSheetRow
                key={row.variantId}
                row={row}
                typed={typed[row.variantId] ?? ''}
                given={given[row.variantId] ?? ''}
                problem={problems[row.variantId]}
              />
            ))}
          </tbody>
        ))}
      </table>
      <p className="sticky bottom-0 flex flex-wrap justify-between gap-x-4 border-t border-control bg-paper px-3 py-2" aria-live="polite">
        <span>
          <b>{t.goodsSum}</b> <span className="text-ink-2">{t.goodsCount(filled.length, units)}</span>
        </span>
        <b className="text-pepper">{formatFen(goodsFen)}</b>
      </p>
    </div>
  )
}

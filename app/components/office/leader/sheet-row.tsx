import { memo } from 'react'
import { classNames } from '#app/components/ui/class-names.ts'
import { bulkQuantity, shownLadder } from '#app/domain/ordering/bulk-fields.ts'
import { type BulkProblem, mostUnits } from '#app/domain/ordering/bulk-problem.ts'
import { nextStep, type PriceLadder, priceAt, writeLadder } from '#app/domain/pricing/price-ladder.ts'
import { formatFen } from '#app/i18n/format.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

export type SheetRow = {
  variantId: string
  category: string
  productZh: string
  productEn: string
  sizeZh: string
  sizeEn: string
  /** null for an alliance product */
  farmZh: string | null
  farmEn: string | null
  ladder: PriceLadder
  bulkMin: number
  available: number
}

type Texts = (typeof leaderMessages)['en']

const problemTexts = {
  malformed: (t) => t.malformed,
  too_many: (t) => t.tooMany(mostUnits),
  not_offered: (t) => t.notOffered,
  price_changed: (t) => t.priceChanged,
  below_minimum: (t, problem) => t.belowMinimum('minimum' in problem ? problem.minimum : 1),
  not_enough: (t, problem) => t.notEnough('available' in problem ? problem.available : 0),
} satisfies Record<BulkProblem['code'], (t: Texts, problem: BulkProblem) => string>

export const sayBulkProblem = (t: Texts, problem: BulkProblem) => problemTexts[problem.code](t, problem)

/** What stands in a row's field as a number of units; 0 for nothing and for what is not a whole number. */
export const unitsIn = (typed: string | undefined) => {
  const text = (typed ?? '').normalize('NFKC').trim()
  return /^\d{1,4}$/.test(text) ? Number(text) : 0
}

type Props = {
  row: SheetRow
  /** as it stands in the field now */
  typed: string
  /** as the server filled the field in */
  given: string
  problem: BulkProblem | undefined
}

/** One size: what it is, its steps with the one its quantity reaches, how many, and what they come to. */
export const LeaderSheetRow = memo(function LeaderSheetRow({ row, typed, given, problem }: Props) {
  const t = useMessages(leaderMessages)
  const pick = usePick()
  const units = unitsIn(typed)
  const id = `field-${row.variantId}`
  const name = `${pick(row.productZh, row.productEn)} ${pick(row.sizeZh, row.sizeEn)}`
  const shownProblem = typed === given ? problem : undefined
  return (
    <tr className="border-b border-rule align-top">
      <th scope="row" className="px-3 py-2 text-left font-normal">
        <span className="flex flex-col gap-1 lg:flex-row lg:justify-between lg:gap-4">
          <span className="min-w-0">
            <span className="font-semibold">{pick(row.productZh, row.productEn)}</span>{' '}
            <span className="inline-block">{pick(row.sizeZh, row.sizeEn)}</span>
            <span className="block text-sm text-ink-2">
              {row.farmZh === null ? null : `${pick(row.farmZh, row.farmEn ?? '')} · `}
              {row.available > 0 ? t.available(row.available) : t.soldOut} ·{' '}
              <span className="whitespace-nowrap">{t.from(row.bulkMin)}</span>
            </span>
          </span>
          <Steps ladder={row.ladder} units={units} />
        </span>
        {shownProblem ? (
          <span id={`${id}-error`} className="block text-sm font-semibold text-pepper">
            <span aria-hidden="true">⚠ </span>
            {sayBulkProblem(t, shownProblem)}
          </span>
        ) : null}
      </th>
      <td className="px-1 py-2 text-right max-sm:pr-3">
        <input type="hidden" name={shownLadder.name(row.variantId)} value={writeLadder(row.ladder)} />
        <input
          id={id}
          name={bulkQuantity.name(row.variantId)}
          defaultValue={given}
          inputMode="numeric"
          autoComplete="off"
          maxLength={20}
          aria-label={t.quantityOf(name)}
          {...(shownProblem ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {})}
          className={classNames(
            'min-h-11 w-16 rounded-sm border bg-paper px-2 py-2 text-right',
            shownProblem ? 'border-pepper' : 'border-control',
          )}
        />
        <span className="block text-right sm:hidden">{units > 0 ? <RowSum ladder={row.ladder} units={units} /> : null}</span>
      </td>
      <td className="px-3 py-2 text-right whitespace-nowrap max-sm:hidden">
        <RowSum ladder={row.ladder} units={units} />
      </td>
    </tr>
  )
})

function RowSum({ ladder, units }: { ladder: PriceLadder; units: number }) {
  const t = useMessages(leaderMessages)
  const unitFen = priceAt(ladder, units)
  return (
    <span className="inline-flex min-h-11 flex-col items-end justify-center whitespace-nowrap max-sm:text-sm">
      {units > 0 ? <b>{formatFen(unitFen * units)}</b> : null}
      <span className="text-sm text-ink-2">{t.each(formatFen(unitFen))}</span>
    </span>
  )
}

/** The shelf price and each step, the current one set off, and how far it is to the next. */
function Steps({ ladder, units }: { ladder: PriceLadder; units: number }) {
  const t = useMessages(leaderMessages)
  const reached = ladder.steps.findLastIndex((step) => step.minQuantity <= units)
  const next = units > 0 ? nextStep(ladder, units) : null
  const prices = [
    t.shelfPrice(formatFen(ladder.priceFen)),
    ...ladder.steps.map((step) => t.stepPrice(step.minQuantity, formatFen(step.priceFen))),
  ]
  return (
    <span className="flex flex-col gap-1 text-sm lg:shrink-0 lg:items-end">
      <span className="flex flex-wrap gap-1">
        {prices.map((price, index) => {
          const isCurrent = units > 0 && index === reached + 1
          return (
            <span
              key={price}
              className={classNames('rounded-sm border px-1', isCurrent ? 'border-leaf bg-leaf-tint font-semibold' : 'border-rule')}
            >
              {price}
              {isCurrent ? ` · ${t.currentStep}` : ''}
            </span>
          )
        })}
      </span>
      {next ? <span className="font-semibold text-leaf">{t.toNextStep(next.missing, formatFen(next.priceFen))}</span> : null}
    </span>
  )
}

import { classNames } from '#app/components/ui/class-names.ts'
import type { CellProblem } from '#app/domain/catalog/listing-change.ts'
import { farmListingsMessages } from '#app/i18n/messages/farm-listings.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Texts = (typeof farmListingsMessages)['en']

const problemTexts = {
  not_an_amount: (t) => t.notAnAmount,
  must_be_positive: (t) => t.mustBePositive,
  not_a_whole_number: (t) => t.notAWholeNumber,
} satisfies Record<CellProblem, (t: Texts) => string>

/**
 * A cell of the listings grid: what it says, and, beside it, what it said when it was shown. Once it says something else on
 * the server it starts anew, unless something typed was refused: that stays.
 */
export function FarmCell({
  name,
  label,
  describedAs,
  was,
  shown,
  inputMode,
  problem,
  typed,
}: {
  name: string
  label: string
  /** the label with the name of the size, for whoever hears one field at a time */
  describedAs: string
  was: number
  shown: string
  inputMode: 'decimal' | 'numeric'
  problem: CellProblem | undefined
  typed: string | undefined
}) {
  const t = useMessages(farmListingsMessages)
  const id = `cell-${name}`
  return (
    <div className="flex flex-col gap-1">
      <label htmlFor={id} className="text-sm text-ink-2">
        <span aria-hidden="true">{label}</span>
        <span className="sr-only">{describedAs}</span>
      </label>
      <input type="hidden" name={`was:${name}`} value={was} />
      <input
        key={was}
        id={id}
        name={name}
        defaultValue={typed ?? shown}
        inputMode={inputMode}
        autoComplete="off"
        className={classNames(
          'min-h-11 w-full rounded-sm border bg-paper px-3 py-2 text-right text-ink',
          problem ? 'border-pepper' : 'border-control',
        )}
        {...(problem ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {})}
      />
      {problem ? (
        <p id={`${id}-problem`} className="text-sm font-semibold text-pepper">
          <span aria-hidden="true">⚠ </span>
          {problemTexts[problem](t)}
        </p>
      ) : null}
    </div>
  )
}

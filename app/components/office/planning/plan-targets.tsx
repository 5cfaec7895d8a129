import { Button } from '#app/components/ui/button.tsx'
import { dispatchMessages } from '#app/i18n/messages/dispatch.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** A run or a vehicle's new run: `run:ID`, `van:ID`. */
export type MoveTarget = { value: string; label: string }

type Intent = 'lock' | 'pin' | 'unlock' | 'exclude' | 'include'
type Props = { idPrefix: string; targets: readonly MoveTarget[]; intents: readonly Intent[] }

/** What may be done with ticked stops. */
export function PlanTargets({ idPrefix, targets, intents }: Props) {
  const t = useMessages(dispatchMessages)
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-end gap-2">
        <label htmlFor={`${idPrefix}-to`} className="flex max-w-full flex-col text-sm font-semibold">
          {t.moveTo}
          <select
            id={`${idPrefix}-to`}
            name="to"
            className="min-h-11 max-w-full rounded-sm border border-control bg-paper px-2 text-base font-normal"
          >
            {targets.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </label>
        <Button name="intent" value="move">
          {t.move}
        </Button>
        <Button look="plain" name="intent" value="try">
          {t.tryMove}
        </Button>
      </div>
      <div className="flex flex-wrap gap-2">
        {intents.map((intent) => (
          <Button key={intent} look="plain" name="intent" value={intent}>
            {t[intent]}
          </Button>
        ))}
      </div>
    </div>
  )
}

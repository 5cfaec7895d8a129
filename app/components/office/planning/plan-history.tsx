import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { dispatchMessages } from '#app/i18n/messages/dispatch.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { sayPlanNotes } from './say-plan-notes.ts'

export type EditOnPage = {
  version: number
  action: 'plan' | 'move' | 'lock' | 'unlock' | 'exclude' | 'include' | 'reorder' | 'hand_over' | 'split' | 'undo' | 'publish'
  at: Date
  actor: string | null
  notes: string[]
  costFen: number
}

/** The last changes of a plan, newest first: what, who, when and what the wave cost with it. */
export function PlanHistory({ edits }: { edits: readonly EditOnPage[] }) {
  const t = useMessages(dispatchMessages)
  const locale = useLocale()
  return (
    <details className="rounded-md border border-rule bg-paper p-4">
      <summary className="min-h-11 cursor-pointer font-semibold">{t.history}</summary>
      <ol className="flex flex-col text-sm">
        {edits.map(({ version, action, at, actor, notes, costFen }) => (
          <li key={version} className="border-t border-rule py-2">
            {[t.version(version), t[`action_${action}`], actor ?? t.planner, formatMoment(at, locale), formatFen(costFen)].join(' · ')}
            {sayPlanNotes(notes, t).map((said) => (
              <span key={said} className="block text-ink-2">
                {said}
              </span>
            ))}
          </li>
        ))}
      </ol>
    </details>
  )
}

import type { MouseEvent } from 'react'
import { Notice } from '#app/components/ui/notice.tsx'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { sayFieldProblem } from './order-fields.tsx'
import type { OrderSheet } from './order-view.ts'
import { useBulkRefusalText } from './refusal.tsx'
import { sayBulkProblem } from './sheet-row.tsx'

/** What stands in the way of ordering, with a way to each place. */
export function LeaderOrderNotice({ page }: { page: OrderSheet }) {
  const t = useMessages(leaderMessages)
  const pick = usePick()
  const { textOf } = useBulkRefusalText()
  const { problems, fieldProblems, refusal, isEmpty, rows } = page
  const entries: [string, string][] = [
    ...rows.flatMap((row): [string, string][] => {
      const problem = problems[row.variantId]
      return problem ? [[row.variantId, t.rowProblem(pick(row.productZh, row.productEn), sayBulkProblem(t, problem))]] : []
    }),
    ...Object.entries(fieldProblems).map(([name, problem]): [string, string] => [name, sayFieldProblem(t, problem)]),
  ]
  if (entries.length > 0) {
    return (
      <Notice tone="bad" title={t.problemsTitle}>
        <ul>
          {entries.map(([field, text]) => (
            <li key={field}>
              <a href={`#field-${field}`} className="inline-flex min-h-11 items-center underline" onClick={goToField}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </Notice>
    )
  }
  if (refusal) return <Notice tone="bad" title={textOf(refusal)} />
  return isEmpty ? <Notice tone="bad" title={t.emptyOrder} /> : null
}

/** A fragment is a page of its own to the router, and the answer just given would be gone: the field takes the focus instead. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1))
  if (!field) return
  event.preventDefault()
  field.focus()
}

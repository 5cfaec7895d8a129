import { Link } from '@remix-run/react'
import { formatFen } from '#app/i18n/format.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export type LeaderMoney = { owedFen: number; limitFen: number /** null: an enterprise earns nothing */; earnedFen: number | null }

/** What a leader owes on account, how much of the limit is left, and what they have earned. */
export function LeaderAccount({ owedFen, limitFen, earnedFen }: LeaderMoney) {
  const t = useMessages(leaderMessages)
  const rows: [string, number][] = [
    [t.owed, owedFen],
    ...(limitFen > 0
      ? ([
          [t.limit, limitFen],
          [t.left, Math.max(0, limitFen - owedFen)],
        ] satisfies [string, number][])
      : []),
    ...(earnedFen === null ? [] : ([[t.earned, earnedFen]] satisfies [string, number][])),
  ]
  return (
    <>
      <dl className="flex flex-col">
        {rows.map(([term, amountFen]) => (
          <div key={term} className="flex justify-between gap-4 border-b border-rule py-2 last:border-b-0">
            <dt className="text-ink-2">{term}</dt>
            <dd className="whitespace-nowrap font-semibold">{formatFen(amountFen)}</dd>
          </div>
        ))}
      </dl>
      {limitFen > 0 ? null : <p className="text-sm text-ink-2">{t.noCredit}</p>}
      {earnedFen === null ? null : (
        <Link to="/leader/statement" className="inline-flex min-h-11 items-center text-indigo underline">
          {t.seeEarnings}
        </Link>
      )}
    </>
  )
}

import { Link } from '@remix-run/react'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

type Move = { id: string; event: string; orderId: string | null; number: string | null; isIn: boolean; amountFen: number; at: Date }

/** What a customer has as credit, and where it came from and went: never a sum without its reasons. */
export function CreditMoves({ credit }: { credit: { balanceFen: number; moves: readonly Move[] } }) {
  const t = useMessages(afterSalesMessages)
  const locale = useLocale()
  return (
    <>
      <p>
        <b className="font-display text-2xl">{formatFen(credit.balanceFen)}</b> <span className="text-ink-2">{t.creditLead}</span>
      </p>
      <h2 className="text-xl">{t.creditMoves}</h2>
      <ul className="divide-y divide-rule">
        {credit.moves.map((move) => (
          <li key={move.id} className="flex flex-wrap items-center justify-between gap-x-4 py-1">
            <span>
              {sayMove(t, move)}{' '}
              {move.orderId && move.number ? (
                <Link to={`/orders/${move.orderId}`} className="inline-flex min-h-11 items-center text-indigo">
                  {move.number}
                </Link>
              ) : null}
            </span>
            <span className="whitespace-nowrap">
              <span className="text-sm text-ink-2">{formatMoment(move.at, locale)}</span>{' '}
              <b>{formatFen(move.isIn ? move.amountFen : -move.amountFen)}</b>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function sayMove(t: (typeof afterSalesMessages)['en'], { event, isIn }: Move): string {
  if (isIn) return event === 'reversal' ? t.creditBack : t.creditIn
  return event === 'refund_retried' ? t.creditSentOut : t.creditSpent
}

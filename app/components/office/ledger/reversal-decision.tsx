import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { reversalMessages } from '#app/i18n/messages/reversals.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

type Proposed = { id: string; amountFen: number; reason: string; proposer: string | null; proposedBy: string; proposedAt: Date }

/** A reversal that waits: what of, why and by whom; a second person confirms it, anybody may say no. */
export function ReversalDecision({ reversal, isMine }: { reversal: Proposed; isMine: boolean }) {
  const t = useMessages(reversalMessages)
  const locale = useLocale()
  const facts = [
    [t.amount, formatFen(reversal.amountFen)],
    [t.reason, reversal.reason],
    [t.proposedBy, `${reversal.proposer ?? reversal.proposedBy} · ${formatMoment(reversal.proposedAt, locale)}`],
  ] as const
  return (
    <section aria-labelledby="reversal" className="flex max-w-xl flex-col gap-3">
      <h2 id="reversal" className="text-xl">
        {t.title}
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(([label, said]) => (
          <div key={label} className="contents">
            <dt className="text-ink-2">{label}</dt>
            <dd className="break-words">{said}</dd>
          </div>
        ))}
      </dl>
      {isMine ? <Notice tone="info">{t.mine}</Notice> : null}
      <Form method="post" className="flex flex-wrap gap-3">
        <input type="hidden" name="reversalId" value={reversal.id} />
        {isMine ? null : (
          <Button name="intent" value="confirm" look="danger">
            {t.confirm}
          </Button>
        )}
        <Button name="intent" value="decline" look="plain">
          {isMine ? t.withdraw : t.decline}
        </Button>
      </Form>
    </section>
  )
}

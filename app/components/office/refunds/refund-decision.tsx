import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import type { RefundStatus, RefundWay } from '#app/domain/after-sales/refund-words.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Deciding = { status: RefundStatus; way: RefundWay; failure: string | null; paidAt: Date | null }

/** What the office can do about a refund now: decide what is proposed, say that the bank has sent it, try a failed one again. */
export function RefundDecision({ refund, isMine }: { refund: Deciding; isMine: boolean }) {
  const t = useMessages(afterSalesMessages)
  const isProposed = refund.status === 'proposed' && refund.paidAt !== null
  const intents = [
    ...(isProposed && !isMine ? [{ intent: 'approve', label: t.approve, look: 'primary' } as const] : []),
    ...(isProposed ? [{ intent: 'decline', label: t.decline, look: 'danger' } as const] : []),
    ...(refund.status === 'approved' && refund.way === 'bank' ? [{ intent: 'sent', label: t.sentByBank, look: 'primary' } as const] : []),
    ...(refund.status === 'credited' && refund.failure !== null
      ? [
          { intent: 'retry', label: t.tryAgain, look: 'plain' } as const,
          { intent: 'retry_by_bank', label: t.tryByBank, look: 'plain' } as const,
        ]
      : []),
  ]
  if (intents.length === 0) return null
  return (
    <section className="flex flex-col gap-3">
      {isProposed && isMine ? <Notice tone="info">{t.mineToApprove}</Notice> : null}
      <Form method="post" className="flex flex-wrap gap-3">
        {intents.map(({ intent, label, look }) => (
          <Button key={intent} type="submit" name="intent" value={intent} look={look}>
            {label}
          </Button>
        ))}
      </Form>
    </section>
  )
}

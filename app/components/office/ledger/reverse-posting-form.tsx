import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { aloneUpToFen } from '#app/domain/after-sales/approval.ts'
import { formatFen } from '#app/i18n/format.ts'
import { ledgerCloseMessages } from '#app/i18n/messages/ledger-close.ts'
import { reversalMessages } from '#app/i18n/messages/reversals.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Refusal =
  | { code: 'unknown_posting' | 'is_a_reversal' | 'already_reversed' | 'undone_elsewhere' }
  | { code: 'same_person' | 'already_decided' | 'unknown_reversal' | 'already_proposed' }
  | { code: 'money_has_moved_on'; account: string }

/** Why nothing was reversed: what the books say, or the two-person rule. */
export function ReversalRefused({ refusal }: { refusal: Refusal }) {
  const t = useMessages(ledgerCloseMessages)
  const two = useMessages(reversalMessages)
  const said = () => {
    switch (refusal.code) {
      case 'money_has_moved_on':
        return t.cannot_money_has_moved_on(refusal.account)
      case 'same_person':
      case 'already_decided':
      case 'unknown_reversal':
      case 'already_proposed':
        return two[refusal.code]
      default:
        return t[`cannot_${refusal.code}`]
    }
  }
  return (
    <Notice tone="bad" title={t.notReversed}>
      {said()}
    </Notice>
  )
}

/**
 * Undoes a posting, for a written reason; what follows is said before.
 * @param said what the last try gave as a reason, null when there was none
 */
export function ReversePostingForm({ said, isUnsaid, takesTwo }: { said: string | null; isUnsaid: boolean; takesTwo: boolean }) {
  const t = useMessages(ledgerCloseMessages)
  const two = useMessages(reversalMessages)
  return (
    <details open={said !== null} className="max-w-xl">
      <summary className="flex min-h-11 items-center text-indigo underline">{t.reverse}</summary>
      <Form method="post" className="flex flex-col gap-3 py-2">
        <p>{t.reverseText}</p>
        {takesTwo ? <p>{two.proposeText(formatFen(aloneUpToFen))}</p> : null}
        <TextField
          label={t.reason}
          name="reason"
          required
          maxLength={200}
          defaultValue={said ?? undefined}
          error={isUnsaid ? t.reasonMissing : undefined}
        />
        <div>
          <Button name="intent" value="reverse" look="danger">
            {takesTwo ? two.propose : t.reverse}
          </Button>
        </div>
      </Form>
    </details>
  )
}

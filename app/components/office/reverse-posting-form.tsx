import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { ledgerCloseMessages } from '#app/i18n/messages/ledger-close.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** Why the last try reversed nothing: no reason was given (null), or what the books say. */
type Refused = {
  refusal:
    | { code: 'unknown_posting' | 'is_a_reversal' | 'already_reversed' | 'undone_elsewhere' }
    | { code: 'money_has_moved_on'; account: string }
    | null
  said: string
}

/** Undoes a posting, for a written reason; what follows is said before. */
export function ReversePostingForm({ refused, mayReverse }: { refused: Refused | null; mayReverse: boolean }) {
  const t = useMessages(ledgerCloseMessages)
  const refusal = refused?.refusal ?? null
  return (
    <>
      {refusal ? (
        <Notice tone="bad" title={t.notReversed}>
          {refusal.code === 'money_has_moved_on' ? t.cannot_money_has_moved_on(refusal.account) : t[`cannot_${refusal.code}`]}
        </Notice>
      ) : null}
      {mayReverse ? (
        <details open={refused !== null} className="max-w-xl">
          <summary className="flex min-h-11 items-center text-indigo underline">{t.reverse}</summary>
          <Form method="post" className="flex flex-col gap-3 py-2">
            <p>{t.reverseText}</p>
            <TextField
              label={t.reason}
              name="reason"
              required
              maxLength={200}
              defaultValue={refused?.said}
              error={refused && refusal === null ? t.reasonMissing : undefined}
            />
            <div>
              <Button look="danger">{t.reverse}</Button>
            </div>
          </Form>
        </details>
      ) : null}
    </>
  )
}

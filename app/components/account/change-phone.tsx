import { AccountForm } from '#app/components/account/account-form.tsx'
import { CodeField } from '#app/components/account/code-field.tsx'
import { ProveField } from '#app/components/account/prove-field.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { accessMessages } from '#app/i18n/messages/access.ts'
import { accountMessages } from '#app/i18n/messages/account.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

const refusals = ['wrong_code', 'code_over', 'phone_taken'] as const
type Refusal = (typeof refusals)[number]

type ChangePhoneProps = {
  /** last four digits of the number one signs in with, null without one */
  ending: string | null
  /** of the new number, while its code is waited for */
  waiting: string | null
  hasPassword: boolean
  state: string | null
  typed: string
  problems: { phone: string | undefined; code: string | undefined }
}

/** The number one signs in with, and another in its place: first where to, then what was sent there. */
export function ChangePhone({ ending, waiting, hasPassword, state, typed, problems }: ChangePhoneProps) {
  const t = useMessages(accessMessages)
  const a = useMessages(accountMessages)
  const refused = refusals.find((code): code is Refusal => code === state)
  return (
    <>
      <p className="text-ink-2">{ending === null ? t.phoneNone : t.phoneNow(ending)}</p>
      {refused ? <Notice tone="bad" title={t[refused]} /> : null}
      {waiting === null ? null : (
        <>
          <Notice tone="info">
            <p>{t.phoneAsked(waiting)}</p>
            <p className="text-sm text-ink-2">{a.codeInLog}</p>
          </Notice>
          <AccountForm submit={{ label: t.confirmPhone, pending: t.saving, name: 'intent', value: 'confirm-phone' }}>
            <CodeField label={t.phoneCode} error={problems.code} />
          </AccountForm>
        </>
      )}
      <AccountForm submit={{ label: t.changePhone, pending: a.sending, name: 'intent', value: 'phone', look: 'plain' }}>
        <Field
          label={t.newPhone}
          name="phone"
          type="tel"
          autoComplete="tel"
          hint={a.phoneInvalid}
          required
          defaultValue={typed}
          error={problems.phone}
        />
        <ProveField hasPassword={hasPassword} id="prove-phone" isWrong={state === 'phone_unproved'} />
      </AccountForm>
    </>
  )
}

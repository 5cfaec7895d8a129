import { accountMessages } from '#app/i18n/messages/account.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import type { AccountProblem } from '#app/schemas/sign-in.ts'
import type { RegisterRefusal } from '#app/services/identity/register-customer.server.ts'
import type { SignInRefusal } from '#app/services/identity/sign-in.server.ts'

type Texts = (typeof accountMessages)['en']

const problems = {
  name_missing: (t) => t.nameMissing,
  name_long: (t) => t.nameLong,
  email_invalid: (t) => t.emailInvalid,
  contact_invalid: (t) => t.contactInvalid,
  password_missing: (t) => t.passwordMissing,
  password_short: (t) => t.passwordShort,
  password_long: (t) => t.passwordLong,
  phone_invalid: (t) => t.phoneInvalid,
  code_invalid: (t) => t.codeInvalid,
} satisfies Record<AccountProblem, (t: Texts) => string>

const refusals = {
  wrong_credentials: (t) => t.wrongCredentials,
  wrong_code: (t) => t.wrongCode,
  too_many_tries: (t) => t.tooManyTries,
  contact_taken: (t) => t.contactTaken,
} satisfies Record<(SignInRefusal | RegisterRefusal)['code'], (t: Texts) => string>

/** What the server answered, in the reader's words: at a field the first problem found there. */
export function useSentences(error: Record<string, string[] | null> | null | undefined) {
  const t = useMessages(accountMessages)
  return {
    problemAt(field: string): string | undefined {
      const code = error?.[field]?.[0]
      return code !== undefined && code in problems ? problems[code as AccountProblem](t) : undefined
    },
    refusalText: (code: keyof typeof refusals) => refusals[code](t),
  }
}

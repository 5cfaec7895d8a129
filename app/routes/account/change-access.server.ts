import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import { auth } from '#app/http/auth.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { log } from '#app/http/log.server.ts'
import { messages } from '#app/http/messages.server.ts'
import { found } from '#app/http/parse.server.ts'
import { db, now, publicUrl } from '#app/http/runtime.server.ts'
import { accessMessages } from '#app/i18n/messages/access.ts'
import { ChangePasswordSchema, EmailSchema } from '#app/schemas/sign-in.ts'
import { askMailChange } from '#app/services/identity/change-mail.server.ts'
import { changePassword } from '#app/services/identity/change-password.server.ts'
import { provePerson } from '#app/services/identity/prove-person.server.ts'
import { findAccess } from '#db/queries/account/access.server.ts'

/** Another password for whoever knows the one they have. */
export async function changeTheirPassword(request: Request, form: FormData, userId: string) {
  const submission = parseWithZod(form, { schema: ChangePasswordSchema })
  const reply = submission.reply({ hideFields: ['current', 'password'] })
  if (submission.status !== 'success') return data({ reply, state: 'password_invalid' as const }, { status: 400 })
  const changed = await changePassword(db(), auth(), { ...submission.value, userId, client: request.headers })
  if (!changed.ok) return data({ reply, state: changed.refusal.code }, { status: 422 })
  const headers = changed.value.setCookies.map((cookie): [string, string] => ['Set-Cookie', cookie])
  return redirect('/account/settings/access?done=password', { headers })
}

/** Whoever has a password says it: a browser left open changes no address. The answer is the same where the address is taken. */
export async function askForMail(request: Request, form: FormData, userId: string) {
  const submission = parseWithZod(form, { schema: EmailSchema })
  const reply = submission.reply()
  if (submission.status !== 'success') return data({ reply, state: 'mail_invalid' as const }, { status: 400 })
  const { hasPassword } = found(await findAccess(db().reader, userId))
  const proof = String(form.get('proof') ?? '')
  if (hasPassword && !(await provePerson(db().reader, auth(), { userId, proof, client: request.headers }))) {
    return data({ reply, state: 'wrong_proof' as const }, { status: 422 })
  }
  const { email } = submission.value
  const key = await askMailChange(db(), { userId, email, now: now() })
  if (key !== null) {
    const t = accessMessages[localeOf(request)]
    const link = `${publicUrl()}/account/settings/mail?${new URLSearchParams({ key })}`
    messages()
      .sendMail({ to: email, subject: t.mailSubject, text: `${t.mailText}\n${link}`, link })
      .catch(() => log.error({ service: 'mail' }, 'the new address was not told'))
  }
  return redirect('/account/settings/access?done=mail')
}

import { parseWithZod } from '@conform-to/zod/v4'
import { data, redirect } from '@remix-run/node'
import { allowTry, auth } from '#app/http/auth.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { log } from '#app/http/log.server.ts'
import { messages } from '#app/http/messages.server.ts'
import { found } from '#app/http/parse.server.ts'
import { db, now, publicUrl } from '#app/http/runtime.server.ts'
import { accessMessages } from '#app/i18n/messages/access.ts'
import { ChangePasswordSchema, CodeSchema, EmailSchema, PhoneSchema } from '#app/schemas/sign-in.ts'
import { askMailChange } from '#app/services/identity/change-mail.server.ts'
import { changePassword } from '#app/services/identity/change-password.server.ts'
import { askPhoneChange, confirmPhoneChange } from '#app/services/identity/change-phone.server.ts'
import { provePerson } from '#app/services/identity/prove-person.server.ts'
import type { Confirming } from '#app/services/identity/settle-access.server.ts'
import { sendCode } from '#app/services/identity/sign-in.server.ts'
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

type Asked = { request: Request; form: FormData; userId: string }

/** A browser left open changes nothing: whoever has a password says it, others the code sent to the number they sign in with. */
const isProved = ({ request, form, userId }: Asked): Promise<boolean> =>
  provePerson(db().reader, auth(), { userId, proof: String(form.get('proof') ?? '').trim(), client: request.headers })

/** The code by which somebody without a password is proved to be themselves goes to the number they sign in with. */
export async function sendProof({ request, userId }: Asked) {
  const { phone } = found(await findAccess(db().reader, userId))
  const sent = await sendCode(auth(), { phone: found(phone), client: request.headers })
  return sent.ok ? data({ reply: null, state: 'proof_sent' as const }) : data({ reply: null, state: sent.refusal.code }, { status: 429 })
}

/** The answer is the same where the address is taken. */
export async function askForMail(asked: Asked) {
  const { request, form, userId } = asked
  const submission = parseWithZod(form, { schema: EmailSchema })
  const reply = submission.reply()
  if (submission.status !== 'success') return data({ reply, state: 'mail_invalid' as const }, { status: 400 })
  if (!(await isProved(asked))) return data({ reply, state: 'mail_unproved' as const }, { status: 422 })
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

/** A code goes to the new number, which is counted like every other that is asked for there: nobody's telephone is rung all day. */
export async function askForPhone(asked: Asked) {
  const { request, form, userId } = asked
  const submission = parseWithZod(form, { schema: PhoneSchema })
  const reply = submission.reply()
  if (submission.status !== 'success') return data({ reply, state: 'phone_invalid' as const }, { status: 400 })
  if (!(await isProved(asked))) return data({ reply, state: 'phone_unproved' as const }, { status: 422 })
  const { phone } = submission.value
  if (!(await allowTry('/phone-number/send-otp', phone))) return data({ reply, state: 'too_many_tries' as const }, { status: 429 })
  const code = await askPhoneChange(db(), { userId, phone, now: now() })
  await messages().sendSms({ phone, code, text: accessMessages[localeOf(request)].phoneText(code) })
  return redirect('/account/settings/access')
}

/** Whoever says the code of the new number signs in with it from now on; other devices are out. */
export async function confirmPhone({ request, form, userId }: Asked) {
  const submission = parseWithZod(form, { schema: CodeSchema })
  const reply = submission.reply()
  if (submission.status !== 'success') return data({ reply, state: 'code_invalid' as const }, { status: 400 })
  const confirmed = await confirmPhoneChange(db(), { ...submission.value, ...(await confirmingOf(request, userId)) })
  if (!confirmed.ok) return data({ reply: null, state: confirmed.refusal.code }, { status: 422 })
  return redirect('/account/settings/access?done=phone')
}

/** Who confirms, in which session, to be told in which language. @throws a redirect when the session has just ended */
export async function confirmingOf(request: Request, userId: string): Promise<Confirming> {
  const open = await auth().api.getSession({ headers: request.headers })
  if (!open) throw redirect('/sign-in')
  return { userId, token: open.session.token, locale: localeOf(request), now: now() }
}

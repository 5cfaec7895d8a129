import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { MessageSender } from '#app/integrations/messages/message-sender.ts'
import { runTasks } from '#app/jobs/run-tasks.server.ts'
import { findAccess } from '#db/queries/account/access.server.ts'
import { findCustomerOf } from '#db/queries/viewers.server.ts'
import { noticeChoices, outbox, sessions, users, verifications } from '#db/schema/index.ts'
import { chen, client, guest, now, openDoor } from '#tests/support/open-door.ts'
import { askMailChange, confirmMailChange } from './change-mail.server.ts'
import { askPhoneChange, confirmPhoneChange, findWaitingPhone } from './change-phone.server.ts'
import { provePerson } from './prove-person.server.ts'
import { registerCustomer } from './register-customer.server.ts'
import { sendCode, signIn } from './sign-in.server.ts'
import { ACCESS_TOPIC, tellAccessChanged } from './tell-access-changed.server.ts'

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const oldPhone = '13800138000'
const newPhone = '13900139000'
const over = { ok: false, refusal: { code: 'code_over' } }
const wrong = { ok: false, refusal: { code: 'wrong_code' } }

/** Somebody signed in here and on another device: `user` knows the session here. */
async function openUser(proof: 'mail' | 'phone') {
  const door = await openDoor()
  const { db, auth, sent } = door
  if (proof === 'mail') await registerCustomer(db, { ...chen, ...guest })
  const enter = async () => {
    if (proof === 'phone') await sendCode(auth, { phone: oldPhone, client })
    const how =
      proof === 'mail'
        ? { kind: 'password' as const, email: chen.email, password: chen.password }
        : { kind: 'code' as const, phone: oldPhone, code: sent.at(-1)!.code, name: chen.name }
    const signedIn = await signIn(db, { auth, proof: how, client, ...guest })
    if (!signedIn.ok) throw new Error(signedIn.refusal.code)
    return signedIn.value
  }
  await enter()
  const { userId, setCookies } = await enter()
  const cookie = setCookies.map((one) => one.split(';', 1)[0]).join('; ')
  const token = (await auth.api.getSession({ headers: new Headers({ cookie }) }))!.session.token
  const told: { to: string; text: string }[] = []
  const carrier: MessageSender = {
    sendSms: async ({ phone, text }) => void told.push({ to: phone, text }),
    sendMail: async ({ to, subject }) => void told.push({ to, text: subject }),
  }
  const tell = (at = now, sender = carrier) =>
    runTasks(
      db,
      { [ACCESS_TOPIC]: (task, when) => tellAccessChanged(db, sender, { ...task, publicUrl: 'https://shop.example', now: when }) },
      { owner: 'test', now: at },
    )
  const who = { userId, token, locale: 'en' as const, now }
  const ask = (phone = newPhone) => askPhoneChange(db, { userId, phone, now })
  return { ...door, who, told, tell, ask, headers: new Headers({ cookie }) }
}

const otherThan = (code: string) => (code === '000000' ? '000001' : '000000')

test('another number signs in once its code is said; the other devices are out and the old number is told, whatever it wished', async () => {
  const { db, auth, sent, who, told, tell, ask } = await openUser('phone')
  const customer = (await findCustomerOf(db.reader, who.userId))!
  await db.transact((tx) =>
    tx.insert(noticeChoices).values({ customerId: customer.customerId, mail: false, sms: false, push: false, changedAt: now }),
  )
  const code = await ask()
  expect(await findWaitingPhone(db.reader, who)).toBe(newPhone)
  expect(await findAccess(db.reader, who.userId)).toMatchObject({ phone: oldPhone })
  expect(await confirmPhoneChange(db, { ...who, code })).toEqual({ ok: true, value: { phone: newPhone } })
  expect(await db.reader.select({ token: sessions.token }).from(sessions)).toEqual([{ token: who.token }])
  expect(await findCustomerOf(db.reader, who.userId)).toMatchObject({ phone: newPhone })
  expect(JSON.stringify(await db.reader.select().from(users))).not.toContain(oldPhone)

  const midnight = new Date('2026-05-01T16:00:00Z')
  await tell(midnight)
  await tell(midnight)
  expect(told).toEqual([{ to: oldPhone, text: expect.stringContaining('Commonfield: your number was changed.') }])
  expect(JSON.stringify([await db.reader.select().from(verifications), await db.reader.select().from(outbox)])).not.toContain(oldPhone)

  await sendCode(auth, { phone: newPhone, client })
  const proof = { kind: 'code' as const, phone: newPhone, code: sent.at(-1)!.code }
  expect(await signIn(db, { auth, proof, client, ...guest })).toMatchObject({ ok: true, value: { userId: who.userId } })
  await sendCode(auth, { phone: oldPhone, client })
  const left = { kind: 'code' as const, phone: oldPhone, code: sent.at(-1)!.code }
  expect(await signIn(db, { auth, proof: left, client, ...guest })).toMatchObject({ ok: true })
  expect(await db.reader.$count(users)).toBe(2)
})

test('a code is good once, for five minutes, in the account that asked, and three wrong guesses spend it', async () => {
  const { db, who, ask } = await openUser('mail')
  const stranger = await registerCustomer(db, { ...chen, ...guest, email: 'mei@example.com' })
  const code = await ask()
  const strangerId = stranger.ok ? stranger.value.userId : ''
  expect(await confirmPhoneChange(db, { ...who, userId: strangerId, code })).toEqual(over)
  expect(await confirmPhoneChange(db, { ...who, code, now: later(6) })).toEqual(over)
  expect([await confirmPhoneChange(db, { ...who, code }), await confirmPhoneChange(db, { ...who, code })]).toEqual([
    { ok: true, value: { phone: newPhone } },
    over,
  ])
  const second = await ask(oldPhone)
  const guess = () => confirmPhoneChange(db, { ...who, code: otherThan(second) })
  expect([await guess(), await guess(), await guess()]).toEqual([wrong, wrong, over])
  expect(await confirmPhoneChange(db, { ...who, code: second })).toEqual(over)
  expect(await findAccess(db.reader, who.userId)).toMatchObject({ phone: newPhone })
})

test('many guesses at once are no more than three', async () => {
  const { db, who, ask } = await openUser('mail')
  const code = await ask()
  const guesses = await Promise.all(Array.from({ length: 8 }, () => confirmPhoneChange(db, { ...who, code: otherThan(code) })))
  expect(guesses.filter((one) => !one.ok && one.refusal.code === 'wrong_code').length).toBeLessThanOrEqual(2)
  for (let more = 0; more < 3; more++) await confirmPhoneChange(db, { ...who, code: otherThan(code) })
  expect(await confirmPhoneChange(db, { ...who, code })).toEqual(over)
})

test('a number that signs in to another account stays theirs, which only its owner is told', async () => {
  const { db, auth, sent, who, ask } = await openUser('mail')
  await sendCode(auth, { phone: newPhone, client })
  await signIn(db, { auth, proof: { kind: 'code', phone: newPhone, code: sent.at(-1)!.code }, client, ...guest })
  const code = await ask()
  expect(await confirmPhoneChange(db, { ...who, code: otherThan(code) })).toEqual(wrong)
  expect(await confirmPhoneChange(db, { ...who, code })).toEqual({ ok: false, refusal: { code: 'phone_taken' } })
  expect(await findAccess(db.reader, who.userId)).toMatchObject({ phone: null })
})

test('a first number leaves the number for deliveries as it is, and the mail address is told, again when the carrier is down', async () => {
  const { db, who, told, tell, ask } = await openUser('mail')
  const down: MessageSender = {
    sendSms: () => Promise.reject(new Error('not asked')),
    sendMail: () => Promise.reject(new IntegrationError('mail', true)),
  }
  const code = await ask()
  await confirmPhoneChange(db, { ...who, code })
  expect(await findCustomerOf(db.reader, who.userId)).toMatchObject({ phone: newPhone })
  await tell(now, down)
  expect(told).toEqual([])
  await tell(later(1))
  expect(told).toEqual([{ to: 'chen@example.com', text: 'Commonfield: your number was changed.' }])
})

test('whoever has no password is proved by the code sent to the number they sign in with, never without', async () => {
  const { db, auth, sent, who, headers } = await openUser('phone')
  const prove = (proof: string) => provePerson(db.reader, auth, { userId: who.userId, proof, client: headers })
  await sendCode(auth, { phone: oldPhone, client })
  const code = sent.at(-1)!.code
  expect([await prove(''), await prove(otherThan(code)), await prove(code), await prove(code)]).toEqual([false, false, true, false])
})

test('another address signs in once its owner has opened the link in the account that asked, and not where it is taken', async () => {
  const { db, auth, who, told, tell } = await openUser('mail')
  await registerCustomer(db, { ...chen, ...guest, email: 'taken@example.com' })
  const ask = (email: string) => askMailChange(db, { userId: who.userId, email, now })
  expect(await ask('taken@example.com')).toBeNull()
  const key = (await ask('new@example.com'))!
  const confirm = (at = now) => confirmMailChange(db, { ...who, key, now: at })
  const linkOver = { ok: false, refusal: { code: 'link_over' } }
  expect(await confirm(later(31))).toEqual(linkOver)
  expect(await confirm()).toEqual({ ok: true, value: { email: 'new@example.com' } })
  expect(await confirm()).toEqual(linkOver)
  expect((await findCustomerOf(db.reader, who.userId))?.email).toBe('new@example.com')
  expect(await db.reader.select({ token: sessions.token }).from(sessions).where(eq(sessions.userId, who.userId))).toEqual([
    { token: who.token },
  ])
  const proof = { kind: 'password' as const, email: 'new@example.com', password: chen.password }
  expect((await signIn(db, { auth, proof, client, ...guest })).ok).toBe(true)
  await tell()
  expect(told).toEqual([{ to: 'chen@example.com', text: 'Commonfield: your e-mail was changed.' }])
})

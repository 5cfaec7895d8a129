import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Tries } from '#app/integrations/identity/auth.server.ts'
import type { Database } from '#db/client.server.ts'
import { findCustomerOf, findRolesOf } from '#db/queries/viewers.server.ts'
import { customers, roles, sessions, users, verifications } from '#db/schema/index.ts'
import { chen, client, guest, now, openDoor } from '#tests/support/open-door.ts'
import { askPasswordReset, resetPassword } from './change-password.server.ts'
import { createAccount } from './create-account.server.ts'
import { registerCustomer } from './register-customer.server.ts'
import { sendCode, signIn } from './sign-in.server.ts'

const withPassword = (email: string, password: string) => ({ kind: 'password' as const, email, password })

const customersOf = (db: Database) => db.reader.select().from(customers)

test('whoever registers with an e-mail becomes a customer of the shop they came through, and can sign in', async () => {
  const { db, auth } = await openDoor()
  const registered = await registerCustomer(db, { ...chen, ...guest })
  expect(registered.ok).toBe(true)
  expect(await customersOf(db)).toMatchObject([{ name: '陈晓', email: 'chen@example.com', homeType: 'alliance', homeId: 'alliance' }])

  const signedIn = await signIn(db, { auth, proof: withPassword('CHEN@example.com', chen.password), client, ...guest })
  expect(signedIn).toMatchObject({ ok: true, value: { roles: [], isCustomer: true } })
  expect(await db.reader.select().from(sessions)).toMatchObject([{ ipAddress: '203.0.113.7' }])
})

test('a session cookie says who is asking until it is signed out', async () => {
  const { db, auth } = await openDoor()
  await registerCustomer(db, { ...chen, ...guest })
  const signedIn = await signIn(db, { auth, proof: withPassword(chen.email, chen.password), client, ...guest })
  const setCookies = signedIn.ok ? signedIn.value.setCookies : []
  expect(setCookies.every((cookie) => /; HttpOnly; SameSite=Lax/i.test(cookie))).toBe(true)
  const token = setCookies.find((cookie) => cookie.includes('session_token'))!.split(';', 1)[0]!
  const headers = new Headers({ cookie: token })
  expect((await auth.api.getSession({ headers }))?.user.name).toBe('陈晓')
  await auth.api.signOut({ headers })
  expect(await auth.api.getSession({ headers })).toBeNull()
})

test('a session that has run out lets nobody in, and is removed', async () => {
  const { db, auth } = await openDoor()
  await registerCustomer(db, { ...chen, ...guest })
  const signedIn = await signIn(db, { auth, proof: withPassword(chen.email, chen.password), client, ...guest })
  const token = signedIn.ok ? signedIn.value.setCookies.find((cookie) => cookie.includes('session_token'))!.split(';', 1)[0]! : ''
  await db.transact((tx) => tx.update(sessions).set({ expiresAt: new Date(Date.now() - 1000) }))
  expect(await auth.api.getSession({ headers: new Headers({ cookie: token }) })).toBeNull()
  expect(await db.reader.$count(sessions)).toBe(0)
})

test('a wrong password and an unknown e-mail get the same answer, and no session', async () => {
  const { db, auth } = await openDoor()
  await registerCustomer(db, { ...chen, ...guest })
  const refused = { ok: false, refusal: { code: 'wrong_credentials' } }
  expect(await signIn(db, { auth, proof: withPassword(chen.email, 'leeks-and-carrots'), client, ...guest })).toEqual(refused)
  expect(await signIn(db, { auth, proof: withPassword('nobody@example.com', chen.password), client, ...guest })).toEqual(refused)
  expect(await db.reader.$count(sessions)).toBe(0)
})

test('an e-mail registers once: the second is refused and changes nothing', async () => {
  const { db } = await openDoor()
  await registerCustomer(db, { ...chen, ...guest })
  const [one, two] = await Promise.all(
    ['Mei', 'Lan'].map((name) => registerCustomer(db, { ...chen, name, email: 'mei@example.com', ...guest })),
  )
  expect([one?.ok, two?.ok].sort()).toEqual([false, true])
  const again = await registerCustomer(db, { ...chen, name: 'Somebody', ...guest })
  expect(again).toEqual({ ok: false, refusal: { code: 'contact_taken' } })
  expect(await db.reader.$count(users)).toBe(2)
  expect((await customersOf(db)).some((customer) => customer.name === 'Somebody')).toBe(false)
})

test('the code sent to a phone makes its owner a customer under the name they gave, once', async () => {
  const { db, auth, sent } = await openDoor()
  const phone = '13800138000'
  for (const name of ['陈晓', 'Somebody']) {
    await sendCode(auth, { phone, client })
    const proof = { kind: 'code' as const, phone, code: sent.at(-1)!.code, name }
    expect(await signIn(db, { auth, proof, client, ...guest })).toMatchObject({ ok: true, value: { isCustomer: true } })
  }
  expect(await customersOf(db)).toMatchObject([{ name: '陈晓', phone, email: null }])
})

test('a code is good once, and three wrong guesses spend it', async () => {
  const { db, auth, sent } = await openDoor()
  const phone = '13800138000'
  const tryCode = (code: string) => signIn(db, { auth, proof: { kind: 'code', phone, code }, client, ...guest })
  await sendCode(auth, { phone, client })
  expect((await tryCode(sent[0]!.code)).ok).toBe(true)
  expect(await tryCode(sent[0]!.code)).toEqual({ ok: false, refusal: { code: 'wrong_code' } })

  await sendCode(auth, { phone, client })
  const right = sent[1]!.code
  const wrong = right === '000000' ? '000001' : '000000'
  for (let guess = 0; guess < 3; guess++) await tryCode(wrong)
  expect(await tryCode(right)).toEqual({ ok: false, refusal: { code: 'wrong_code' } })
})

test('the tries for one person are counted behind every door, and forgotten once they are in', async () => {
  const counted: string[] = []
  const forgotten: string[] = []
  const tries: Tries = {
    allow: async (door, identifier) => counted.push(`${door} ${identifier}`) < 3,
    forget: async (door, identifier) => void forgotten.push(`${door} ${identifier}`),
  }
  const { db, auth } = await openDoor(tries)
  await registerCustomer(db, { ...chen, ...guest })
  await signIn(db, { auth, proof: withPassword(chen.email, 'leeks-and-carrots'), client, ...guest })
  await signIn(db, { auth, proof: withPassword(chen.email, chen.password), client, ...guest })
  expect(forgotten).toEqual(['/sign-in/email chen@example.com'])
  const refused = { ok: false, refusal: { code: 'too_many_tries' } }
  expect(await signIn(db, { auth, proof: withPassword(chen.email, chen.password), client, ...guest })).toEqual(refused)
  expect(await sendCode(auth, { phone: '13800138000', client })).toEqual(refused)
})

test('nobody registers, or takes a phone, past our own forms', async () => {
  const { db, auth } = await openDoor()
  const post = (path: string, body: Record<string, string>) =>
    auth.handler(
      new Request(`http://localhost:3000/api/auth${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: 'http://localhost:3000' },
        body: JSON.stringify(body),
      }),
    )
  expect((await post('/sign-up/email', { ...chen })).status).toBe(404)
  expect((await post('/phone-number/verify', { phoneNumber: '13800138000', code: '000000' })).status).toBe(404)
  expect(await db.reader.$count(users)).toBe(0)
})

test('a seeded person signs in with their offices; seeding again adds what is new and keeps the password', async () => {
  const { db, auth } = await openDoor()
  const wj = { userId: 'usr_wj', name: '王军', email: 'wj@commonfield.example', password: 'commonfield-demo', now }
  await createAccount(db, { ...wj, roles: [{ role: 'farm', actsFor: 'farm_wj' }] })
  await createAccount(db, {
    ...wj,
    password: 'another-password',
    roles: [
      { role: 'farm', actsFor: 'farm_wj' },
      { role: 'office', actsFor: 'alliance' },
    ],
  })
  expect(await db.reader.$count(roles)).toBe(2)
  const signedIn = await signIn(db, { auth, proof: withPassword(wj.email, wj.password), client, ...guest })
  expect(signedIn).toMatchObject({ ok: true, value: { userId: 'usr_wj', isCustomer: false } })
  expect((await findRolesOf(db.reader, { userId: 'usr_wj' })).map((role) => role.actsFor)).toEqual(['farm_wj', 'alliance'])
  expect(await findCustomerOf(db.reader, 'usr_wj')).toBeNull()
  expect((await db.reader.select().from(users).where(eq(users.id, 'usr_wj')))[0]?.createdAt).toEqual(now)
})

test('a new password is set by a link that works once and ends every session; an unknown address gets the same answer and no link', async () => {
  const { db, auth, links } = await openDoor()
  await registerCustomer(db, { ...chen, ...guest })
  await signIn(db, { auth, proof: withPassword(chen.email, chen.password), client, ...guest })
  const ask = (email: string) => askPasswordReset(auth, { email, client })
  expect([await ask('chen@example.com'), await ask('chen@example.com'), await ask('nobody@example.com')]).toEqual(
    Array(3).fill({ ok: true, value: null }),
  )
  expect(links).toHaveLength(2)
  const [token, other] = links.map((link) => new URL(link).searchParams.get('token') ?? '')
  const password = 'a-new-field-of-leeks'
  expect(await resetPassword(auth, { token: token!, password })).toEqual({ ok: true, value: null })
  expect(await db.reader.$count(sessions)).toBe(0)
  const over = { ok: false, refusal: { code: 'link_over' } }
  expect([await resetPassword(auth, { token: token!, password }), await resetPassword(auth, { token: other!, password })]).toEqual([
    over,
    over,
  ])
  expect((await signIn(db, { auth, proof: withPassword(chen.email, password), client, ...guest })).ok).toBe(true)

  await ask('chen@example.com')
  await db.transact((tx) => tx.update(verifications).set({ expiresAt: new Date(Date.now() - 1000) }))
  const late = new URL(links.at(-1)!).searchParams.get('token')!
  expect(await resetPassword(auth, { token: late, password })).toEqual(over)
})

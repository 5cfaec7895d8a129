import { eq } from 'drizzle-orm'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createAccount } from '#app/services/identity/create-account.server.ts'
import { registerCustomer } from '#app/services/identity/register-customer.server.ts'
import { signIn } from '#app/services/identity/sign-in.server.ts'
import { roles, sessions } from '#db/schema/identity.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { auth } from './auth.server.ts'
import { closeDb, db, now } from './runtime.server.ts'
import { customerOf, homePathOf, requireCourier, requireFarm, requireLeader, requireOffice, viewerOf } from './viewer.server.ts'

const password = 'commonfield-demo'

beforeEach(async () => {
  const { url } = await openFresh()
  vi.stubEnv('DATABASE_URL', url)
  vi.stubEnv('BETTER_AUTH_SECRET', 'a secret of more than thirty-two characters')
  onTestFinished(async () => {
    await closeDb()
    vi.unstubAllEnvs()
  })
})

/** A request of someone signed in, with the cookies of their sign-in. */
async function requestOf(email: string, keep = (_cookie: string) => true) {
  const proof = { kind: 'password' as const, email, password }
  const guest = { client: new Headers(), storefrontId: 'alliance', basketId: null, guestOrders: [], now: now() }
  const signedIn = await signIn(db(), { auth: auth(), proof, ...guest })
  if (!signedIn.ok) throw new Error(signedIn.refusal.code)
  const cookie = signedIn.value.setCookies.filter(keep).map((one) => one.split(';', 1)[0])
  return new Request('http://localhost:3000/farm/listings?page=2', { headers: { cookie: cookie.join('; ') } })
}

const createFarmer = (farmId: string) =>
  createAccount(db(), {
    userId: `usr_${farmId}`,
    name: farmId,
    email: `${farmId}@commonfield.example`,
    password,
    roles: [{ role: 'farm', actsFor: farmId }],
    now: now(),
  })

const answerTo = async (asked: Promise<unknown>): Promise<unknown> => await asked.catch((thrown: unknown) => thrown)

test('without a session cookie nobody is asking, and nothing is read', async () => {
  const touched = vi.spyOn(auth().api, 'getSession')
  expect(await viewerOf(new Request('http://localhost:3000/', { headers: { cookie: 'basket=bas_1; lang=en' } }))).toBeNull()
  expect(touched).not.toHaveBeenCalled()
})

test('a made-up session cookie is nobody', async () => {
  const cookie = 'commonfield.session_token=made-up.signature; commonfield.session_data=made-up'
  expect(await viewerOf(new Request('http://localhost:3000/', { headers: { cookie } }))).toBeNull()
})

test('a farmer is let into their own farm, never into another, and into no other office', async () => {
  await createFarmer('farm_wj')
  await createFarmer('farm_lx')
  const request = await requestOf('farm_wj@commonfield.example')
  expect(await requireFarm(request)).toEqual({ userId: 'usr_farm_wj', farmId: 'farm_wj' })
  for (const refused of [requireLeader(request), requireOffice(request), requireCourier(request)]) {
    expect(await answerTo(refused)).toMatchObject({ status: 403 })
  }
})

test('who is not signed in is sent to sign in, and back to where they were going', async () => {
  const answer = await answerTo(requireFarm(new Request('http://localhost:3000/farm/listings?page=2')))
  expect(answer).toMatchObject({ status: 302 })
  expect((answer as Response).headers.get('Location')).toBe('/sign-in?returnTo=%2Ffarm%2Flistings%3Fpage%3D2')
})

test('a role taken away is gone at once, though the session cookie still vouches for the person', async () => {
  await createFarmer('farm_wj')
  const request = await requestOf('farm_wj@commonfield.example')
  await db().transact((tx) => tx.delete(roles).where(eq(roles.userId, 'usr_farm_wj')))
  expect(await viewerOf(request)).toEqual({ userId: 'usr_farm_wj', name: 'farm_wj', roles: [] })
})

test('the cookie vouches for a session without the database; without that cookie the database is asked', async () => {
  await createFarmer('farm_wj')
  const vouched = await requestOf('farm_wj@commonfield.example')
  const asked = await requestOf('farm_wj@commonfield.example', (cookie) => !cookie.includes('session_data'))
  await db().transact((tx) => tx.delete(sessions))
  expect((await viewerOf(vouched))?.userId).toBe('usr_farm_wj')
  expect(await viewerOf(asked)).toBeNull()
})

test('a registered person is a customer; a farmer who never bought is none', async () => {
  await createFarmer('farm_wj')
  const who = { name: '陈晓', email: 'chen@example.com', password, storefrontId: 'alliance', basketId: null, guestOrders: [], now: now() }
  await registerCustomer(db(), who)
  expect(await customerOf(await requestOf('chen@example.com'))).toMatchObject({ name: '陈晓', homeType: 'alliance', homeId: 'alliance' })
  expect(await customerOf(await requestOf('farm_wj@commonfield.example'))).toBeNull()
})

test('everyone is led to where they work, and customers to their account', () => {
  const path = (role: 'farm' | 'leader' | 'office' | 'courier') => homePathOf([{ role, actsFor: 'x' }])
  expect([path('farm'), path('leader'), path('office'), path('courier'), homePathOf([])]).toEqual([
    '/farm',
    '/leader',
    '/alliance',
    '/courier',
    '/account',
  ])
})

import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test, vi } from 'vitest'
import { registerCustomer } from '#app/services/identity/register-customer.server.ts'
import { farms } from '#db/schema/index.ts'
import { openMarket } from '#tests/support/open-market.ts'

const main = 'tongtian.example'
const below = 'hill.tongtian.example'
const outside = 'hill-farm.example'
const chen = { name: '陈晓', email: 'chen@example.com', password: 'carrots-and-leeks' }

type Kept = { name: string; value: string; domain: string | null; host: string }

/** A browser as far as RFC 6265 asks: whose cookies it takes, and whom it sends them. */
function openBrowser(port: number) {
  const jar: Kept[] = []
  const isUnder = (host: string, domain: string) => host === domain || host.endsWith(`.${domain}`)
  const isSentTo = (host: string) => (kept: Kept) => (kept.domain === null ? kept.host === host : isUnder(host, kept.domain))
  const keep = (host: string, line: string) => {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    const domain = /^domain=\.?(.+)$/i.exec(attributes.find((one) => /^domain=/i.test(one)) ?? '')?.[1] ?? null
    if (domain === null || isUnder(host, domain)) jar.push({ name, value, domain, host })
  }
  return (host: string, path: string, method = 'GET') =>
    new Promise<{ status: number; body: string; cookies: string[] }>((resolve, reject) => {
      const cookie = jar
        .filter(isSentTo(host))
        .map(({ name, value }) => `${name}=${value}`)
        .join('; ')
      const headers = { host, cookie, ...(method === 'POST' ? { origin: `http://${host}` } : {}) }
      const asked = ask({ port, path, method, headers }, async (answer) => {
        const cookies = answer.headers['set-cookie'] ?? []
        for (const line of cookies) keep(host, line)
        const parts = await answer.toArray()
        resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(parts).toString(), cookies })
      })
      asked.on('error', reject).end()
    })
}

/** The real application on a database of its own, with two routes: one that signs in, one that says who is asking. */
async function openHosts(cookieDomain: string) {
  const market = await openMarket()
  vi.stubEnv('DATABASE_URL', market.url)
  vi.stubEnv('BETTER_AUTH_SECRET', 'a secret of more than thirty-two characters')
  vi.stubEnv('PUBLIC_URL', `http://${main}`)
  vi.stubEnv('COOKIE_DOMAIN', cookieDomain)
  vi.stubEnv('LOG_LEVEL', 'silent')
  vi.resetModules()
  const { buildApp } = await import('./open-server.server.ts')
  const { browserOf, comeIn } = await import('./come-in.server.ts')
  const { auth } = await import('./auth.server.ts')
  const { closeDb, db, now } = await import('./runtime.server.ts')
  const { viewerOf } = await import('./viewer.server.ts')
  const { signIn } = await import('#app/services/identity/sign-in.server.ts')
  await registerCustomer(market, { ...chen, storefrontId: 'alliance', basketId: null, guestOrders: [], now: now() })
  await market.transact((tx) => tx.update(farms).set({ hostName: below }).where(eq(farms.id, 'hill')))
  await market.transact((tx) => tx.update(farms).set({ hostName: outside }).where(eq(farms.id, 'brook')))

  const enter = async ({ request }: ActionFunctionArgs) => {
    const proof = { kind: 'password' as const, email: chen.email, password: chen.password }
    const signedIn = await signIn(db(), { auth: auth(), proof, ...browserOf(request), now: now() })
    return signedIn.ok ? comeIn(signedIn.value, '/who') : new Response(signedIn.refusal.code, { status: 422 })
  }
  const who = async ({ request }: LoaderFunctionArgs) => new Response((await viewerOf(request))?.name ?? 'nobody')
  const route = (id: string, module: object) => ({ id, parentId: undefined, path: id, module: { default: undefined, ...module } })
  const build = {
    ...{ isSpaMode: false, mode: 'test', publicPath: '/', basename: '/', assetsBuildDirectory: '' },
    ...{ future: { v3_singleFetch: true }, entry: { module: { default: () => new Response('') } } },
    assets: { entry: { imports: [], module: '' }, routes: {}, url: '', version: '' },
    routes: { enter: route('enter', { action: enter }), who: route('who', { loader: who }) },
  } as unknown as ServerBuild
  const server = buildApp({ build }).listen(0)
  onTestFinished(async () => {
    await new Promise((resolve) => server.close(resolve))
    await closeDb()
    vi.unstubAllEnvs()
    vi.resetModules()
  })
  return openBrowser((server.address() as AddressInfo).port)
}

test('whoever signs in on the main host is known on the farm’s host below it, and to no host outside', async () => {
  const browse = await openHosts(main)
  const entered = await browse(main, '/enter', 'POST')
  expect(entered.status).toBe(302)
  expect(entered.cookies.filter((cookie) => cookie.includes('session_token'))).toHaveLength(1)
  expect(entered.cookies.every((cookie) => cookie.endsWith(`; Domain=${main}`))).toBe(true)
  expect((await browse(main, '/who')).body).toBe(chen.name)
  expect((await browse(below, '/who')).body).toBe(chen.name)
  expect((await browse(outside, '/who')).body).toBe('nobody')
})

test('whoever signs in on the farm’s host below is known on the main one; a host outside is never told a shared domain', async () => {
  const browse = await openHosts(main)
  await browse(below, '/enter', 'POST')
  expect((await browse(main, '/who')).body).toBe(chen.name)
  const elsewhere = await openHosts(main)
  const entered = await elsewhere(outside, '/enter', 'POST')
  expect(entered.cookies.some((cookie) => /domain=/i.test(cookie))).toBe(false)
  expect((await elsewhere(outside, '/who')).body).toBe(chen.name)
  expect((await elsewhere(main, '/who')).body).toBe('nobody')
})

test('without a shared domain each host keeps its own session', async () => {
  const browse = await openHosts('')
  await browse(main, '/enter', 'POST')
  expect((await browse(main, '/who')).body).toBe(chen.name)
  expect((await browse(below, '/who')).body).toBe('nobody')
})

import { request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import express from 'express'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { farms } from '#db/schema/index.ts'
import { openMarket } from '#tests/support/open-market.ts'
import { onFarmHost } from './on-farm-host.server.ts'
import { closeDb } from './runtime.server.ts'
import { sameOriginOnly } from './same-origin.server.ts'

const main = 'http://shop.test'
const own = 'http://hill.shop.test'

beforeEach(async () => {
  const db = await openMarket()
  await db.transact((tx) => tx.update(farms).set({ hostName: 'hill.shop.test' }).where(eq(farms.id, 'hill')))
  vi.stubEnv('DATABASE_URL', db.url)
  vi.stubEnv('PUBLIC_URL', main)
  vi.stubEnv('BETTER_AUTH_SECRET', 'a secret of thirty-two characters')
  onTestFinished(async () => {
    await closeDb()
    vi.unstubAllEnvs()
  })
})

type Asked = { host: string; path: string; method?: string; origin?: string; referer?: string; body?: string }

/** A server that answers a change with what it was sent; each request names the host it is for. */
function openServer() {
  const app = express()
  app.use(onFarmHost, sameOriginOnly, express.urlencoded({ extended: false }), (request, response) => {
    response.json(request.body ?? null)
  })
  const server = app.listen(0)
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return ({ host, path, method = 'POST', body = '', ...said }: Asked) =>
    new Promise<{ status: number; location: string | null; text: string }>((resolve, reject) => {
      const headers = { host, 'content-type': 'application/x-www-form-urlencoded', ...said }
      const sent = ask({ port, path, method, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => {
          const { statusCode = 0, headers: told } = response
          resolve({ status: statusCode, location: told.location ?? null, text: Buffer.concat(parts).toString() })
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
}

const wish = { path: '/account/wishes', origin: own, body: 'productId=prd_hill&wish=keep' }
const page = `${own}/products/hill-product?from=home`

test("a form that belongs to the main host arrives there with what was typed, from a farm's host that shares its cookies", async () => {
  vi.stubEnv('COOKIE_DOMAIN', 'shop.test')
  const server = openServer()
  const sent = await server({ ...wish, host: 'hill.shop.test', referer: page })
  expect(sent).toMatchObject({ status: 307, location: `${main}/account/wishes` })
  const arrived = await server({ ...wish, host: 'shop.test' })
  expect([arrived.status, JSON.parse(arrived.text)]).toEqual([200, { productId: 'prd_hill', wish: 'keep' }])
  const looked = await server({ host: 'hill.shop.test', path: '/account/wishes', method: 'GET' })
  expect(looked).toMatchObject({ status: 303, location: `${main}/account/wishes` })
})

test('what another site sends is neither carried over nor taken', async () => {
  vi.stubEnv('COOKIE_DOMAIN', 'shop.test')
  const server = openServer()
  for (const origin of ['http://evil.test', 'http://brook.shop.test', 'null', 'http://hill.shop.test:81']) {
    expect((await server({ ...wish, origin, host: 'hill.shop.test' })).status, origin).toBe(303)
    expect((await server({ ...wish, origin, host: 'shop.test' })).status, origin).toBe(403)
  }
})

test('where cookies are not shared the main host shows the page the form stands on, and takes no change from the other', async () => {
  const server = openServer()
  const sent = await server({ ...wish, host: 'hill.shop.test', referer: page })
  expect(sent.status).toBe(303)
  expect(new URL(sent.location!).searchParams.get('to')).toBe('/products/hill-product?from=home')
  const fromFront = await server({ ...wish, host: 'hill.shop.test', referer: `${own}/` })
  expect(new URL(fromFront.location!).searchParams.get('to')).toBe('/f/hill')
  const elsewhere = await server({ ...wish, host: 'hill.shop.test', referer: 'http://evil.test/x' })
  expect(new URL(elsewhere.location!).searchParams.get('to')).toBe('/account/wishes')
  expect((await server({ ...wish, host: 'shop.test' })).status).toBe(403)
})

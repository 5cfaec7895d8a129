import type { AddressInfo } from 'node:net'
import express from 'express'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { openFresh } from '#tests/support/fresh-database.ts'
import { closeDb } from './runtime.server.ts'
import { signInLimit } from './sign-in-limit.server.ts'

beforeEach(async () => {
  const { url } = await openFresh()
  vi.stubEnv('DATABASE_URL', url)
  vi.stubEnv('SIGN_IN_TRIES', '2')
  onTestFinished(async () => {
    await closeDb()
    vi.unstubAllEnvs()
  })
})

/** A server that answers whether the limit let a request through to be tried. */
async function openServer() {
  const app = express()
  app.use(signInLimit(), (_request, response) => {
    response.send(response.locals.tooManyTries === true ? 'too many' : 'tried')
  })
  const server = app.listen(0)
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return async (path: string, method = 'POST') => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method })
    return response.status === 200 ? await response.text() : response.status
  }
}

test('the tries of one address are counted over every door, and two servers count them together', async () => {
  const [one, two] = [await openServer(), await openServer()]
  expect([await one('/sign-in'), await two('/register.data'), await one('/sign-in/code')]).toEqual(['tried', 'tried', 'too many'])
  expect([await one('/api/auth/sign-in/email'), await two('/API/auth/sign-in/email')]).toEqual([429, 429])
})

test('a door spelt otherwise is the same door', async () => {
  const ask = await openServer()
  await ask('/SIGN-IN')
  await ask('//sign%2Din')
  expect(await ask('/sign-in.data?index')).toBe('too many')
})

test('looking at the page, and everything else, is not a try', async () => {
  const ask = await openServer()
  for (const path of ['/basket', '/sign-out', '/sign-inside']) for (let time = 0; time < 3; time++) expect(await ask(path)).toBe('tried')
  for (let time = 0; time < 3; time++) expect(await ask('/sign-in', 'GET')).toBe('tried')
  expect(await ask('/sign-in')).toBe('tried')
})

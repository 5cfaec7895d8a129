import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import { httpCallRelay, openCallRelay } from './http-call-relay.server.ts'

const call = {
  reference: 'drop_1',
  parties: { driver: '13800000001', customer: '+86 139 0000 0002' },
  expiresAt: new Date('2026-11-24T10:00:00Z'),
}
let close = () => {}
afterEach(() => close())

/** A relay on this machine that answers so, and what it was asked. */
async function relay(answer: (response: ServerResponse) => void, timeoutMs = 5000) {
  const asked: { request: IncomingMessage; body: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    asked.push({ request, body })
    answer(response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  close = () => {
    server.closeAllConnections()
    server.close()
  }
  const { port } = server.address() as AddressInfo
  return { relay: httpCallRelay({ url: `http://127.0.0.1:${port}/numbers`, token: 'secret', timeoutMs }), asked }
}
const json = (value: unknown) => (response: ServerResponse) => response.end(JSON.stringify(value))

test('the relay is told both parties and until when, and its number is given back', async () => {
  const { relay: it, asked } = await relay(json({ number: '+862868000000,1234' }))
  expect(await it.numberFor(call)).toBe('+862868000000,1234')
  expect(asked[0]!.request.headers.authorization).toBe('Bearer secret')
  expect(JSON.parse(asked[0]!.body)).toEqual({
    reference: 'drop_1',
    parties: [
      { role: 'driver', phone: '13800000001' },
      { role: 'customer', phone: '+86 139 0000 0002' },
    ],
    expiresAt: '2026-11-24T10:00:00.000Z',
  })
})

test('nonsense, and a number that is one of the parties’ own, is an error that names nobody', async () => {
  for (const answer of [{ number: 'call me' }, { phone: '12345' }, 'text', null, { number: '13900000002' }, { number: '+8613800000001' }]) {
    const error = await (await relay(json(answer))).relay.numberFor(call).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(IntegrationError)
    expect(error).toMatchObject({ retryable: false })
    expect(JSON.stringify(error) + String(error)).not.toMatch(/138|139/)
    close()
  }
})

test('a relay that fails or never answers is asked again later', async () => {
  const failing = await relay((response) => response.writeHead(503).end())
  await expect(failing.relay.numberFor(call)).rejects.toMatchObject({ retryable: true })
  close()
  const silent = await relay(() => {}, 200)
  await expect(silent.relay.numberFor(call)).rejects.toMatchObject({ retryable: true })
})

test('without an address and a token there is no relay', () => {
  expect(openCallRelay({ CALL_RELAY_URL: 'http://relay.example' })).toBeNull()
  expect(openCallRelay({ CALL_RELAY_URL: 'http://relay.example', CALL_RELAY_TOKEN: 'x' })).not.toBeNull()
})

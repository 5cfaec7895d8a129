import { expect, test } from 'vitest'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { MessageSender } from '#app/integrations/messages/message-sender.ts'
import { customers, noticeChoices, notices, outbox, pushSubscriptions } from '#db/schema/index.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { listenInBrowser, stopListening } from './listen-in-browser.server.ts'
import { tellCustomer } from './tell-customer.server.ts'

const now = new Date('2026-11-24T02:00:00Z')
const night = new Date('2026-11-24T14:00:00Z')
const listener = (name: string) => ({ endpoint: `https://push.example.com/${name}`, p256dh: 'key', auth: 'secret' })

async function openReach(browsers: readonly string[]) {
  const db = await openFresh()
  await db.transact((tx) =>
    tx.insert(customers).values({
      id: 'cus_a',
      name: '陈晓',
      phone: '13800001111',
      email: 'chen@example.com',
      homeType: 'alliance',
      homeId: 'alliance',
      createdAt: now,
    }),
  )
  for (const name of browsers) await listenInBrowser(db, { customerId: 'cus_a', listener: listener(name), now })
  const told: unknown[] = []
  const answers: Record<string, 'taken' | 'gone' | 'down'> = {}
  const messages: MessageSender = {
    sendSms: async (message) => void told.push(message),
    sendMail: async (message) => void told.push(message),
    sendPush: async ({ endpoint }, message) => {
      const answer = answers[endpoint.split('/').at(-1)!] ?? 'taken'
      if (answer === 'down') throw new IntegrationError('push', true)
      if (answer === 'taken') told.push(message)
      return answer
    },
  }
  const tell = (eventId: string, change: { isUrgent?: boolean; now?: Date } = {}) =>
    tellCustomer(db, messages, {
      eventId,
      customerId: 'cus_a',
      orderId: null,
      kind: 'back_in_stock',
      isUrgent: false,
      again: { topic: 'wish', subjectId: eventId },
      words: (locale) => ({ subject: locale, text: '橙子到货了' }),
      path: '/products/oranges',
      publicUrl: 'https://shop.example',
      now,
      ...change,
    })
  return { db, told, answers, tell }
}

test('a browser that asked for it is told, once, without name, number or address', async () => {
  const { db, told, tell } = await openReach(['a', 'a'])
  expect([await tell('evt_1'), await tell('evt_1')]).toEqual(['sent', 'already'])
  expect(told).toEqual([{ title: 'zh-CN', body: '橙子到货了', path: '/products/oranges' }])
  expect(await tell('evt_2', { isUrgent: true })).toBe('sent')
  expect(told[1]).toMatchObject({ phone: '13800001111', text: 'zh-CN 橙子到货了 https://shop.example/products/oranges' })
  expect(await db.reader.select().from(notices).orderBy(notices.id)).toMatchObject([
    { channel: 'push', orderId: 'cus_a' },
    { channel: 'sms', orderId: 'cus_a' },
  ])
})

test('a browser that is gone is forgotten and the mail takes its place; one that cannot be reached now is tried again', async () => {
  const { db, told, answers, tell } = await openReach(['a', 'b'])
  answers.a = 'gone'
  answers.b = 'down'
  await expect(tell('evt_1')).rejects.toThrow(IntegrationError)
  expect(await db.reader.$count(pushSubscriptions)).toBe(1)
  answers.b = 'gone'
  expect(await tell('evt_1')).toBe('sent')
  expect(await db.reader.$count(pushSubscriptions)).toBe(0)
  expect(told).toEqual([{ to: 'chen@example.com', subject: 'zh-CN', text: '橙子到货了\nhttps://shop.example/products/oranges' }])
})

test('at night it waits for the morning; who wants nothing, or is gone, is told nothing', async () => {
  const { db, tell } = await openReach([])
  expect(await tell('evt_1', { now: night })).toBe('put_off')
  expect(await db.reader.select().from(outbox)).toMatchObject([{ topic: 'wish', dueAt: new Date('2026-11-24T23:00:00Z') }])
  await db.transact((tx) => tx.insert(noticeChoices).values({ customerId: 'cus_a', mail: false, sms: false, push: false, changedAt: now }))
  expect(await tell('evt_2')).toBe('unwanted')
  await db.transact((tx) => tx.update(noticeChoices).set({ mail: true }))
  await db.transact((tx) => tx.update(customers).set({ deletedAt: now }))
  expect(await tell('evt_3')).toBe('unwanted')
})

test('only a push service’s address is kept, and only its own customer takes it back', async () => {
  const { db } = await openReach(['a'])
  const inside = { ...listener('x'), endpoint: 'https://192.168.0.1/x' }
  expect(await listenInBrowser(db, { customerId: 'cus_a', listener: inside, now })).toEqual({
    ok: false,
    refusal: { code: 'not_a_push_service' },
  })
  await stopListening(db, { customerId: 'cus_b', endpoint: listener('a').endpoint })
  expect(await db.reader.$count(pushSubscriptions)).toBe(1)
  await stopListening(db, { customerId: 'cus_a', endpoint: listener('a').endpoint })
  expect(await db.reader.$count(pushSubscriptions)).toBe(0)
})

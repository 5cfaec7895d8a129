import { expect, test } from 'vitest'
import { answerLiveOrder, endLiveOrders } from './live-orders.server.ts'

const ask = (viewer: string, signal = new AbortController().signal) => answerLiveOrder({ orderId: 'ord_1', viewer, mark: null, signal })

test('one viewer has only so many pages open, a closed one makes room, and a stopping process ends them all', async () => {
  const first = new AbortController()
  const open = [ask('cus_a', first.signal), ...Array.from({ length: 5 }, () => ask('cus_a'))]
  expect(open.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200])
  expect(open[0]!.headers.get('Content-Type')).toContain('text/event-stream')
  expect(open[0]!.headers.get('Cache-Control')).toContain('no-transform')
  expect(ask('cus_a').status).toBe(429)
  expect(ask('cus_b').status).toBe(200)
  first.abort()
  expect(await open[0]!.text()).toBe('retry: 4000\n\n')
  expect(ask('cus_a').status).toBe(200)
  endLiveOrders()
  expect(await open[1]!.text()).toBe('retry: 4000\n\n')
})

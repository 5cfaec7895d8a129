import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { OrderMark } from './mark-orders.server.ts'
import { openOrderWatch } from './watch-orders.server.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const mark = (name: string, hasEnded = false): OrderMark => ({ mark: name, hasEnded })

test('a thousand pages cost one look every two seconds, and none when the last is closed', async () => {
  const asked: number[] = []
  const watch = openOrderWatch({
    read: async (orderIds) => {
      asked.push(orderIds.length)
      return new Map()
    },
    onError: () => {},
  })
  const ends = Array.from({ length: 1000 }, (_, index) => watch.watch(`ord_${index % 10}`, null, () => {}))
  await vi.advanceTimersByTimeAsync(6100)
  expect(asked).toEqual([10, 10, 10])
  for (const end of ends) end()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(asked.length).toBeLessThanOrEqual(4)
})

test('whoever has seen an older mark is told, whoever has just come is not, and the last word is always told', async () => {
  let now = mark('b')
  const watch = openOrderWatch({ read: async () => new Map([['ord_1', now]]), onError: () => {} })
  const told: Record<string, string[]> = { older: [], newcomer: [] }
  watch.watch('ord_1', 'a', ({ mark: seen }) => told.older!.push(seen))
  watch.watch('ord_1', null, ({ mark: seen }) => told.newcomer!.push(seen))
  await watch.look()
  await watch.look()
  expect(told).toEqual({ older: ['b'], newcomer: [] })
  now = mark('b', true)
  await watch.look()
  expect(told).toEqual({ older: ['b', 'b'], newcomer: ['b'] })
})

test('while the database does not answer it is asked ever less often, and again as before when it does', async () => {
  let isDown = true
  let asked = 0
  const errors: unknown[] = []
  const watch = openOrderWatch({
    read: async () => {
      asked += 1
      if (isDown) throw new Error('down')
      return new Map()
    },
    onError: (error) => errors.push(error),
  })
  watch.watch('ord_1', null, () => {})
  await vi.advanceTimersByTimeAsync(31_000)
  expect(asked).toBe(4)
  isDown = false
  await vi.advanceTimersByTimeAsync(60_000)
  expect(errors).toHaveLength(4)
  expect(asked).toBeGreaterThan(15)
})

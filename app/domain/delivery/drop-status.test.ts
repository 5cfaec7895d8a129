import { expect, test } from 'vitest'
import { canMove, dropStatuses, isSettled, nextStatuses } from './drop-status.ts'

test('a drop is planned, loaded and delivered', () => {
  expect(canMove('planned', 'loaded')).toBe(true)
  expect(canMove('loaded', 'delivered')).toBe(true)
})

test('nothing is delivered that was never loaded', () => {
  expect(canMove('planned', 'delivered')).toBe(false)
  expect(canMove('returned', 'delivered')).toBe(false)
})

test('a failed drop is tried again on the run, or goes back to the hub and is planned anew', () => {
  expect(nextStatuses('failed')).toEqual(['loaded', 'delivered', 'returned'])
  expect(canMove('returned', 'planned')).toBe(true)
})

test('a drop marked delivered by mistake can be reopened, a cancelled one cannot', () => {
  expect(canMove('delivered', 'loaded')).toBe(true)
  expect(nextStatuses('cancelled')).toEqual([])
})

test('a drop never moves to where it is', () => {
  for (const status of dropStatuses) expect(canMove(status, status)).toBe(false)
})

test('a driver is done when nothing is planned or loaded any more', () => {
  expect(dropStatuses.filter(isSettled)).toEqual(['delivered', 'failed', 'returned', 'cancelled'])
})

import { expect, test } from 'vitest'
import { idFloor, newId } from './new-id.server.ts'

test('ids ascend as they are made', () => {
  const ids = Array.from({ length: 5000 }, () => newId('tr'))
  expect([...ids].sort()).toEqual(ids)
})

test('an id lies between the floors of before and after it was made', () => {
  const before = idFloor('tr', new Date(Date.now() - 1))
  const id = newId('tr')
  expect(before <= id).toBe(true)
  expect(id < idFloor('tr', new Date(Date.now() + 60_000))).toBe(true)
  expect(idFloor('tr', new Date('2026-10-31T15:59:59Z')) < idFloor('tr', new Date('2026-10-31T16:00:00Z'))).toBe(true)
})

import { expect, test } from 'vitest'
import { idFloor, newId, newIdAt } from './new-id.server.ts'

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

test('ids made for an instant ascend with it, whatever order they are made in, and none is below its floor', () => {
  const [early, late] = [new Date('2026-10-31T15:59:59.999Z'), new Date('2026-10-31T16:00:00Z')]
  const [second, first, third] = [newIdAt('tr', late), newIdAt('tr', early), newIdAt('tr', late)]
  expect([second, first, third].sort()).toEqual([first, second, third])
  expect(idFloor('tr', late) > first! && idFloor('tr', late) <= second!).toBe(true)
})

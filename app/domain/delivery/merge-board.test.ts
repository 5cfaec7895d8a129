import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DockParcel, layOutBoard } from './merge-board.ts'

const parcel = (id: string, change: Partial<DockParcel> = {}): DockParcel => ({
  id,
  farmId: 'hill',
  status: 'at_hub',
  isMissing: false,
  isMerged: false,
  dropId: 'drop_1',
  ...change,
})

test('a drop waits until every one of its parcels is there, and says from whom something is still to come', () => {
  const waiting = layOutBoard([parcel('a'), parcel('b', { farmId: 'brook', status: 'handed_over' })])
  expect(waiting.drops).toMatchObject([{ dropId: 'drop_1', present: 1, state: 'waiting' }])
  expect(waiting.owing).toEqual([{ farmId: 'brook', awaited: 1, missing: 0 }])
  expect(layOutBoard([parcel('a'), parcel('b', { isMerged: true })]).drops).toMatchObject([{ present: 2, state: 'complete' }])
})

test('what was looked for in vain marks its drop, wherever it was seen last', () => {
  const { drops, owing } = layOutBoard([parcel('a'), parcel('b', { isMissing: true })])
  expect(drops).toMatchObject([{ present: 1, state: 'missing' }])
  expect(owing).toEqual([{ farmId: 'hill', awaited: 0, missing: 1 }])
})

test('every parcel that is wanted is in one drop, and what farms owe is what is not there', () => {
  const parcels = fc.array(
    fc.record({
      farmId: fc.constantFrom('hill', 'brook', 'lake'),
      status: fc.constantFrom('to_pack', 'packed', 'handed_over', 'at_hub', 'on_the_way', 'delivered', 'cancelled' as const),
      isMissing: fc.boolean(),
      isMerged: fc.boolean(),
      dropId: fc.constantFrom('drop_1', 'drop_2', null),
    }),
  )
  fc.assert(
    fc.property(parcels, (drawn) => {
      const all = drawn.map((one, index) => ({ ...one, id: String(index) }))
      const { drops, owing } = layOutBoard(all)
      const onBoard = drops.flatMap((drop) => drop.parcels.map(({ id }) => id))
      expect(onBoard.toSorted()).toEqual(
        all
          .filter(({ status }) => status !== 'cancelled')
          .map(({ id }) => id)
          .toSorted(),
      )
      const present = drops.reduce((sum, drop) => sum + drop.present, 0)
      const owed = owing.reduce((sum, farm) => sum + farm.awaited + farm.missing, 0)
      expect(present + owed).toBe(onBoard.length)
    }),
  )
})

import { expect, test } from 'vitest'
import { applyLoadWords, type ShownParcel } from './apply-load-words.ts'
import type { DriverWord } from './driver-event.ts'

const parcel = (id: string, more: Partial<ShownParcel> = {}): ShownParcel => ({
  id,
  status: 'at_hub',
  isMissing: false,
  isLoaded: false,
  ...more,
})
const ticked = (...steps: [string, 'loaded' | 'missing' | 'found'][]) =>
  steps.map(([consignmentId, step], i) => ({
    id: `e${i}`,
    phoneAt: new Date(i),
    word: { kind: 'load', consignmentId, step } satisfies DriverWord,
  }))

test('what is ticked off without a network is shown at once; what is found again still has to be loaded', () => {
  const parcels = [parcel('a'), parcel('b'), parcel('c')]
  const after = applyLoadWords(parcels, ticked(['a', 'loaded'], ['b', 'missing'], ['b', 'found'], ['z', 'loaded']), { runHasLeft: false })
  expect(after.map(({ id, isLoaded, isMissing }) => [id, isLoaded, isMissing])).toEqual([
    ['a', true, false],
    ['b', false, false],
    ['c', false, false],
  ])
})

test('a box no farm has packed is on the van once it is ticked; one that is missing at the door is aboard again once it is found', () => {
  const unpacked = { ...parcel('a'), status: 'to_pack' as const }
  expect(applyLoadWords([unpacked], ticked(['a', 'loaded']), { runHasLeft: false })[0]).toMatchObject({ status: 'at_hub', isLoaded: true })
  const aboard = { ...parcel('b'), status: 'on_the_way' as const, isLoaded: true }
  const gone = applyLoadWords([aboard], ticked(['b', 'missing']), { runHasLeft: true })
  expect(gone[0]).toMatchObject({ isMissing: true, isLoaded: false })
  expect(applyLoadWords(gone, ticked(['b', 'found']), { runHasLeft: true })[0]).toMatchObject({ isMissing: false, isLoaded: true })
})

test('what was cancelled meanwhile stays as it is', () => {
  const cancelled = { ...parcel('a'), status: 'cancelled' as const }
  expect(applyLoadWords([cancelled], ticked(['a', 'loaded']), { runHasLeft: false })).toEqual([cancelled])
})

test('once the van has left, everything found rides but what is missing and what no farm had packed', () => {
  const parcels = [parcel('a'), parcel('b', { isMissing: true }), parcel('c', { status: 'to_pack' }), parcel('d', { status: 'to_pack' })]
  const left = [{ id: 'e', phoneAt: new Date(0), word: { kind: 'start', aboard: ['d'] } satisfies DriverWord }]
  const riding = applyLoadWords(parcels, left, { runHasLeft: false }).filter(({ status }) => status === 'on_the_way')
  expect(riding.map(({ id }) => id)).toEqual(['a', 'd'])
})

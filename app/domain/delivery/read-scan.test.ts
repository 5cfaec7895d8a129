import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ConsignmentStatus, readScan, scanSteps } from './read-scan.ts'

const statuses: ConsignmentStatus[] = ['to_pack', 'packed', 'handed_over', 'at_hub', 'on_the_way', 'delivered', 'cancelled']
const standing = (status: ConsignmentStatus, isMissing = false) => ({ status, isMissing })

test('from the farm to the van every scan moves a consignment on', () => {
  expect(readScan(standing('packed'), 'handed_over')).toMatchObject({ value: { status: 'handed_over' } })
  expect(readScan(standing('handed_over'), 'at_hub')).toMatchObject({ value: { status: 'at_hub' } })
  expect(readScan(standing('at_hub'), 'loaded')).toMatchObject({ value: { status: 'at_hub' } })
  expect(readScan(standing('at_hub'), 'loaded', { runHasLeft: true })).toMatchObject({ value: { status: 'on_the_way' } })
})

test('what stands at the dock is at the hub, even if its farm forgot to tick it off', () => {
  expect(readScan(standing('to_pack'), 'at_hub')).toMatchObject({ value: { status: 'at_hub', isMissing: false } })
})

test('a farm hands over only what it has packed', () => {
  expect(readScan(standing('to_pack'), 'handed_over')).toMatchObject({ refusal: { code: 'not_packed' } })
})

test('what is on the road is not at the dock, unless it was brought back', () => {
  expect(readScan(standing('on_the_way'), 'at_hub')).toMatchObject({ refusal: { code: 'left_already' } })
  expect(readScan(standing('on_the_way'), 'returned')).toMatchObject({ value: { status: 'at_hub' } })
  expect(readScan(standing('packed'), 'returned')).toMatchObject({ refusal: { code: 'not_on_the_way' } })
})

test('no scan moves what is delivered or cancelled, none goes back a step but a return, and what is seen is not missing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...statuses),
      fc.boolean(),
      fc.constantFrom(...scanSteps),
      fc.boolean(),
      (status, wasMissing, step, runHasLeft) => {
        const after = readScan(standing(status, wasMissing), step, { runHasLeft })
        if (status === 'delivered' || status === 'cancelled') expect(after.ok).toBe(false)
        if (!after.ok) return
        expect(after.value.isMissing).toBe(step === 'missing')
        if (step !== 'returned') expect(statuses.indexOf(after.value.status)).toBeGreaterThanOrEqual(statuses.indexOf(status))
        expect(readScan(after.value, step, { runHasLeft })).toEqual(after)
      },
    ),
  )
})

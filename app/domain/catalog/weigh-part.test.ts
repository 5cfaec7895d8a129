import { expect, test } from 'vitest'
import { type PartHarvest, weighPart } from './weigh-part.ts'

const today = '2026-11-22'
const lot = (change: Partial<PartHarvest> = {}): PartHarvest => ({
  ...{ harvestedOn: '2026-11-21', bestBeforeOn: '2026-12-01', available: 5, forecast: false, isVouched: true },
  ...change,
})
const atOnce = { units: 2, fromOn: null, isListed: true }
const inDecember = { ...atOnce, fromOn: '2026-12-06' }
const forecast = lot({ harvestedOn: '2026-12-05', bestBeforeOn: '2026-12-20', forecast: true })

test('a part wanted at once is had from what is harvested, fresh and vouched for', () => {
  expect(weighPart(atOnce, [lot()], today)).toBe('enough')
  expect(weighPart({ ...atOnce, isListed: false }, [lot()], today)).toBe('off_shelf')
  expect(weighPart(atOnce, [lot({ isVouched: false })], today)).toBe('not_vouched')
  expect(weighPart(atOnce, [lot({ available: 1 })], today)).toBe('short')
  expect(weighPart(atOnce, [lot({ bestBeforeOn: '2026-11-21' })], today)).toBe('past_best')
  expect(weighPart(atOnce, [lot({ available: 0 })], today)).toBe('sold_out')
  expect(weighPart(atOnce, [], today)).toBe('no_harvest')
})

test('what is only forecast fills no part that is wanted at once, and is said to be the reason', () => {
  expect(weighPart(atOnce, [lot({ available: 0 }), forecast], today)).toBe('to_harvest')
})

test('a part for a day to come is had from a forecast that is in by then and still good', () => {
  expect(weighPart(inDecember, [forecast], today)).toBe('enough')
  expect(weighPart(inDecember, [lot()], today)).toBe('no_harvest')
  expect(weighPart({ ...inDecember, fromOn: '2026-12-04' }, [forecast], today)).toBe('harvest_after')
  expect(weighPart({ ...inDecember, fromOn: '2026-12-21' }, [forecast], today)).toBe('past_best')
  expect(weighPart(inDecember, [{ ...forecast, available: 0 }], today)).toBe('sold_out')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expectStop, latenessMs, NARROWEST_MS, narrowWindow, nearDrops, type WindowStop } from './narrow-window.ts'

const minute = 60_000
const start = Date.parse('2026-11-24T01:00:00Z')
const at = (minutes: number) => new Date(start + minutes * minute)
const stop = (dropId: string, planned: number, settled: number | null = null): WindowStop => ({
  dropId,
  plannedAt: at(planned),
  status: settled === null ? 'planned' : 'delivered',
  statusAt: settled === null ? null : at(settled),
  promised: null,
})
const run = { departsAt: at(0), leftAt: at(0) }
const anyMinutes = fc.integer({ min: 0, max: 600 })

test('a run is as late as the stop it settled last, and before that as late as it left', () => {
  expect(latenessMs({ ...run, leftAt: at(15) }, [stop('a', 20)])).toBe(15 * minute)
  expect(latenessMs({ ...run, leftAt: at(15) }, [stop('a', 20, 34), stop('b', 40, 44)])).toBe(0)
  expect(latenessMs({ ...run, leftAt: null }, [stop('a', 20)])).toBe(0)
})

test('a window never leaves the one told before while the van will come inside it, and is never too narrow to keep', () => {
  fc.assert(
    fc.property(anyMinutes, fc.integer({ min: 4, max: 48 }), anyMinutes, anyMinutes, (from, fiveMinutes, expected, nowAt) => {
      const before = { from: at(from), until: at(from + fiveMinutes * 5) }
      const now = at(nowAt)
      const told = narrowWindow(before, expectStop(at(expected), 0, now), now)
      const comesAt = Math.max(expected, nowAt)
      expect(told.until.getTime() - told.from.getTime()).toBeGreaterThanOrEqual(NARROWEST_MS)
      if (at(comesAt) > before.until) {
        expect(told.from <= at(comesAt) && at(comesAt) <= told.until).toBe(true)
      } else {
        expect(told.from >= before.from && told.until <= before.until).toBe(true)
        expect(at(comesAt) < before.from || told.from <= at(comesAt)).toBe(true)
        expect(at(comesAt) <= told.until).toBe(true)
      }
    }),
  )
})

test('nearer means narrower', () => {
  const width = (nowAt: number) => {
    const told = narrowWindow(null, expectStop(at(300), 0, at(nowAt)), at(nowAt))
    return told.until.getTime() - told.from.getTime()
  }
  expect(width(290)).toBeLessThan(width(200))
  expect(width(200)).toBeLessThan(width(100))
})

test('a van that will be late tells another window, around when it comes', () => {
  const told = narrowWindow({ from: at(60), until: at(90) }, expectStop(at(80), 30 * minute, at(70)), at(70))
  expect(told.from.getTime()).toBeGreaterThan(at(80).getTime())
  expect(told.until.getTime()).toBeGreaterThan(at(110).getTime())
})

test('the next stop and those with two before them at most are near, once the run has settled one', () => {
  const planned = ['b', 'c', 'd', 'e'].map((id, index) => stop(id, 20 * index))
  expect(nearDrops(planned)).toEqual([])
  expect(nearDrops([stop('a', 0, 4), ...planned])).toEqual(['b', 'c', 'd'])
})

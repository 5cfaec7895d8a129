import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markStops } from './mark-stops.ts'

const stop = fc.record({
  run: fc.integer({ min: 1, max: 4 }),
  x: fc.integer({ min: 0, max: 80 }),
  y: fc.integer({ min: 0, max: 80 }),
})

test('every stop is in one mark, and no mark lies on another', () => {
  fc.assert(
    fc.property(fc.array(stop, { maxLength: 40 }), (drawn) => {
      const stops = drawn.map((each, index) => ({ ...each, position: index + 1 }))
      const marks = markStops(stops, 15)
      expect(marks.flatMap(({ positions }) => positions).sort((a, b) => a - b)).toEqual(stops.map(({ position }) => position))
      for (const [index, a] of marks.entries()) {
        for (const b of marks.slice(index + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(14)
      }
    }),
  )
})

test("a run's stops at one place share a mark that reads their positions", () => {
  const at = (position: number, x: number) => ({ run: 1, position, x, y: 0 })
  expect(markStops([at(1, 0), at(2, 0), at(3, 1), at(4, 100), at(7, 2)], 10)).toMatchObject([
    { label: '1–3, 7', x: 0, y: 0 },
    { label: '4', x: 100 },
  ])
})

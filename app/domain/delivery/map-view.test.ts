import fc from 'fast-check'
import { expect, test } from 'vitest'
import { movedBy, viewBoxOf, wholeMap, within, zoomedBy } from './map-view.ts'

test('the whole map is seen at first, and never more than it', () => {
  expect(viewBoxOf({ width: 360, height: 300 }, wholeMap)).toBe('0 0 360 300')
  expect(viewBoxOf({ width: 360, height: 300 }, zoomedBy(wholeMap, 0.5))).toBe('0 0 360 300')
})

test('a point that is zoomed into stays where it is', () => {
  const view = zoomedBy(wholeMap, 2, { x: 0.25, y: 0.25 })
  expect(view).toEqual({ zoom: 2, x: 0.375, y: 0.375 })
  expect(viewBoxOf({ width: 400, height: 400 }, view)).toBe('50 50 200 200')
})

test('wherever one goes, the picture stays inside the drawing', () => {
  const part = fc.double({ min: -3, max: 3, noNaN: true })
  const step = fc.record({ factor: fc.double({ min: 0.1, max: 8, noNaN: true }), right: part, down: part })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const view = steps.reduce((seen, { factor, right, down }) => movedBy(zoomedBy(seen, factor), right, down), wholeMap)
      const [x = 0, y = 0, width = 0, height = 0] = viewBoxOf({ width: 100, height: 100 }, view).split(' ').map(Number)
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(-0.01)
      expect(Math.max(x + width, y + height)).toBeLessThanOrEqual(100.01)
      expect(within(view)).toEqual(view)
    }),
  )
})

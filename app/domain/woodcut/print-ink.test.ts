import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hatch, strew } from './print-ink.ts'
import { seedHand } from './seed-hand.ts'
import { bounds, pack, place, round } from './shape-outline.ts'

const ellipse = fc.record({
  x: fc.integer({ min: -200, max: 400 }),
  y: fc.integer({ min: -200, max: 300 }),
  rx: fc.integer({ min: 12, max: 120 }),
  ry: fc.integer({ min: 12, max: 120 }),
  turn: fc.integer({ min: 0, max: 180 }),
})

test('one seed is one hand: the same slips in the same order, within what was asked', () => {
  fc.assert(
    fc.property(fc.string(), fc.double({ min: 0.1, max: 50, noNaN: true }), (seed, by) => {
      const [one, two] = [seedHand(seed), seedHand(seed)]
      for (let i = 0; i < 20; i++) {
        const slip = one.slip(by)
        expect(slip).toBe(two.slip(by))
        expect(Math.abs(slip)).toBeLessThanOrEqual(by)
      }
    }),
  )
  expect(seedHand('rice').between(0, 1)).not.toBe(seedHand('millet').between(0, 1))
})

test('strewn marks never leave the shape they lie in', () => {
  fc.assert(
    fc.property(ellipse, ({ x, y, rx, ry, turn }) => {
      const { left, top, right, bottom } = bounds(round(x, y, rx, ry, turn))
      for (const [px, py] of strew(seedHand('test'), round(x, y, rx, ry, turn), 14)) {
        expect(px).toBeGreaterThanOrEqual(left)
        expect(px).toBeLessThanOrEqual(right)
        expect(py).toBeGreaterThanOrEqual(top)
        expect(py).toBeLessThanOrEqual(bottom)
      }
    }),
  )
})

test('hatching starts on the shaded side: right of the middle when cut level', () => {
  const cuts = [...hatch(seedHand('test'), round(100, 100, 60), { angle: 0, depth: 0.3 }).matchAll(/M(-?[\d.]+)/g)]
  expect(cuts.length).toBeGreaterThan(5)
  for (const [, x] of cuts) expect(Number(x)).toBeGreaterThan(100)
})

test('turning a shape all the way round brings it back', () => {
  fc.assert(
    fc.property(ellipse, ({ x, y, rx, ry }) => {
      const shape = round(x, y, rx, ry)
      place(shape, { turn: 360 }).knots.forEach((knot, i) => {
        expect(knot.x).toBeCloseTo(shape.knots[i]?.x ?? Number.NaN, 6)
        expect(knot.y).toBeCloseTo(shape.knots[i]?.y ?? Number.NaN, 6)
      })
    }),
  )
})

test('figures are packed as SVG reads them: one decimal, no leading zero, a minus sign parts two', () => {
  expect(pack(0.04, -0.5, 12.25, 3)).toBe('0-.5 12.3 3')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { covers, isInside, placeLabels } from './place-labels.ts'

const name = { width: 40, height: 16 }
const square = (x: number, y: number, side: number) => [
  { x, y },
  { x: x + side, y },
  { x: x + side, y: y + side },
  { x, y: y + side },
]

test('a name stands inside its area, even where the middle of the corners does not', () => {
  const horseshoe = [...square(0, 0, 100).slice(0, 1), { x: 20, y: 0 }, { x: 20, y: 80 }, { x: 80, y: 80 }, { x: 80, y: 0 }]
  const corners = [...horseshoe, { x: 100, y: 0 }, { x: 100, y: 100 }, { x: 0, y: 100 }]
  expect(isInside({ x: 50, y: 45 }, corners)).toBe(false)
  const [spot] = placeLabels([{ corners, ...name }])
  expect(isInside(spot!, corners)).toBe(true)
})

test('in a square it is the middle', () => {
  const [spot] = placeLabels([{ corners: square(10, 20, 100), ...name }])
  expect(Math.abs(spot!.x - 60) + Math.abs(spot!.y - 70)).toBeLessThan(4)
})

test('a name makes room for a mark in the middle of its area', () => {
  const mark = { x: 60, y: 70, width: 12, height: 12 }
  const [spot] = placeLabels([{ corners: square(10, 20, 100), ...name }], [mark])
  expect(covers({ ...name, ...spot! }, mark)).toBe(false)
})

test('names of four parts that meet in one point, and of random stars, stand inside and never on one another where there is room', () => {
  const quarter = fc.record({ bend: fc.double({ min: 0.2, max: 1.8, noNaN: true }), tilt: fc.double({ min: 0, max: 1.5, noNaN: true }) })
  fc.assert(
    fc.property(quarter, ({ bend, tilt }) => {
      const at = (turn: number, reach: number) => ({ x: 240 + reach * Math.cos(turn), y: 240 + reach * Math.sin(turn) })
      const areas = [0, 1, 2, 3].map((part) => {
        const from = tilt + (part * Math.PI) / 2
        const corners = [at(0, 0), at(from, 200), at(from + (bend * Math.PI) / 4, 230), at(from + Math.PI / 2, 200)]
        return { corners, ...name }
      })
      const spots = placeLabels(areas)
      for (const [index, spot] of spots.entries()) {
        expect(isInside(spot, areas[index]!.corners)).toBe(true)
        for (const [other, where] of spots.entries()) {
          if (other < index) expect(covers({ ...areas[index]!, ...spot }, { ...areas[other]!, ...where })).toBe(false)
        }
      }
    }),
    { numRuns: 40 },
  )
})

import { expect, test } from 'vitest'
import { zones } from '#db/seed/data/places.ts'
import { checkZoneShape } from './check-zone-shape.ts'
import type { Ring } from './zone.ts'

const square = (west: number, south: number, side = 0.1): Ring => [
  [west, south],
  [west + side, south],
  [west + side, south + side],
  [west, south + side],
]
const codeOf = (ring: Ring, ...others: Ring[]) => {
  const checked = checkZoneShape(
    ring,
    others.map((polygon, index) => ({ id: `zone ${index}`, polygon })),
  )
  return checked.ok ? 'ok' : checked.refusal.code
}

test('the demo’s zones meet in one corner and along whole borders, and none shares ground with another', () => {
  for (const zone of zones) {
    const others = zones.filter(({ id }) => id !== zone.id)
    expect(checkZoneShape(zone.polygon, others), zone.id).toMatchObject({ ok: true })
  }
})

test('a ring that crosses itself, turns back or has no ground is refused', () => {
  expect(
    codeOf([
      [0, 0],
      [1, 1],
    ]),
  ).toBe('too_few_corners')
  expect(
    codeOf([
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1],
    ]),
  ).toBe('crosses_itself')
  expect(
    codeOf([
      [0, 0],
      [1, 0],
      [0.5, 0],
    ]),
  ).toBe('crosses_itself')
  expect(
    codeOf([
      [0, 0],
      [2, 0],
      [2, 2],
      [1, 0],
      [0, 2],
    ]),
  ).toBe('crosses_itself')
  expect(codeOf([...square(0, 0), [0, 0]])).toBe('ok')
})

test('shared ground is refused however it comes about; a shared border, or one missed by a few metres, is not', () => {
  const home = square(104, 30)
  expect(codeOf(square(104.05, 30.05), home)).toBe('overlaps')
  expect(codeOf(square(104.02, 30.02, 0.01), home)).toBe('overlaps')
  expect(codeOf(square(103.9, 29.9, 0.5), home)).toBe('overlaps')
  expect(codeOf(home, home)).toBe('overlaps')
  expect(
    codeOf(
      [
        [104, 30],
        [104.1, 30.1],
        [104, 30.1],
      ],
      home,
    ),
  ).toBe('overlaps')
  expect(codeOf(square(104.1, 30), home)).toBe('ok')
  expect(codeOf(square(104.1, 30.05), home)).toBe('ok')
  expect(codeOf(square(104.09998, 30), home)).toBe('ok')
  expect(codeOf(square(104.099, 30), home)).toBe('overlaps')
})

import { expect, test } from 'vitest'
import { usualLegOf } from './usual-leg.ts'

test('the usual leg is as dear as three in four legs between stops at most; ways to the depot and stops in no run do not count', () => {
  const next = Int32Array.of(0, 2, 3, 4, 5, 0, 0, 1)
  const nextCost = Int32Array.of(0, 40, 10, 30, 20, 900, 900, 5)
  const runOf = Int32Array.of(-1, 0, 0, 0, 0, 0, 1, -1)
  const usualLeg = usualLegOf({ size: 8, runOf, next, nextCost })
  expect(usualLeg()).toBe(40)
  next[4] = 0
  expect(usualLeg()).toBe(40)
  for (let i = 2; i < 1000; i++) usualLeg()
  nextCost[1] = 50
  expect(usualLeg()).toBe(50)
})

test('where no two stops follow one another there is no usual leg', () => {
  expect(usualLegOf({ size: 3, runOf: Int32Array.of(-1, 0, 1), next: new Int32Array(3), nextCost: new Int32Array(3) })()).toBe(0)
})

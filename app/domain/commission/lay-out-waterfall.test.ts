import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { layOutWaterfall } from './lay-out-waterfall.ts'
import type { LineTerms } from './line-terms.ts'

const terms: LineTerms = {
  termsId: 't',
  home: { type: 'farm', id: 'C' },
  leaderId: 'L1',
  distributionBp: 500,
  leaderBp: 300,
  serviceBp: 400,
  vatInServiceBp: 600,
  brandBp: 100,
  reserveFenPerKg: fen(20),
  floor: null,
}

test('of ¥100 for 5 kg: 5.00 and 3.00 to who brought the customer, 4.00 service with its VAT, 1.00 brand, 1.00 reserve, 86.00 stay', () => {
  const steps = layOutWaterfall({ amountFen: fen(10_000), weightG: 5000, producerId: 'A', terms })
  expect(steps.map(({ part, amountFen }) => [part, amountFen])).toEqual([
    ['distribution', 500],
    ['leader', 300],
    ['service', 378],
    ['vat', 22],
    ['brand', 100],
    ['reserve', 100],
    ['kept', 8600],
  ])
})

test('below the floor the alliance’s top-up comes first', () => {
  const floor = { floorFenPerKg: fen(700), premiumShareBp: 4000 }
  const [first, second] = layOutWaterfall({ amountFen: fen(6500), weightG: 10_000, producerId: 'A', terms: { ...terms, floor } })
  expect(first).toMatchObject({ part: 'topUp', beforeFen: 6500 })
  expect(second?.beforeFen).toBe(first?.afterFen)
})

test('each step begins where the one before ended, and nothing is left at the end', () => {
  const rate = fc.integer({ min: 0, max: 2400 })
  const any = fc.record({
    distributionBp: rate,
    leaderBp: rate,
    serviceBp: rate,
    brandBp: rate,
    reserveFenPerKg: fc.integer({ min: 0, max: 100 }).map(fen),
    floor: fc.option(
      fc.record({ floorFenPerKg: fc.integer({ min: 0, max: 5000 }).map(fen), premiumShareBp: fc.integer({ min: 0, max: 10_000 }) }),
    ),
  })
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e8 }).map(fen), fc.nat({ max: 1e6 }), any, (amountFen, weightG, change) => {
      const steps = layOutWaterfall({ amountFen, weightG, producerId: 'A', terms: { ...terms, ...change } })
      expect(steps[0]?.beforeFen).toBe(amountFen)
      steps.forEach((step, index) => {
        expect(step.beforeFen).toBe(index === 0 ? amountFen : steps[index - 1]?.afterFen)
      })
      expect(steps.at(-1)?.afterFen).toBe(0)
    }),
  )
})

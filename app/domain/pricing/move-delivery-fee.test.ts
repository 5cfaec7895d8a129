import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen, sumFen } from '#app/domain/money/fen.ts'
import type { WaveFee } from '#app/domain/pricing/price-order.ts'
import { moveDeliveryFee } from './move-delivery-fee.ts'

const fee = (waveId: string, feeFen: number): WaveFee => ({
  waveId,
  feeFen: fen(feeFen),
  weightG: 3000,
  leastFen: fen(700),
  detour: null,
  directFen: fen(1500),
})
const wave = fc.constantFrom('tue', 'fri', 'next')

test('however often goods change waves, the fee is what the customer paid, and each wave has one', () => {
  const moves = fc.array(fc.record({ from: wave, to: wave, leavesAll: fc.boolean() }), { maxLength: 8 })
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), moves, (tuesday, friday, steps) => {
      const fees = steps.reduce(moveDeliveryFee, [fee('tue', tuesday), fee('fri', friday)] as readonly WaveFee[])
      expect(sumFen(fees.map(({ feeFen }) => feeFen))).toBe(tuesday + friday)
      expect(new Set(fees.map(({ waveId }) => waveId)).size).toBe(fees.length)
    }),
  )
})

test('the fee goes where the last of the goods goes, and no sooner', () => {
  const fees = [fee('tue', 700)]
  expect(moveDeliveryFee(fees, { from: 'tue', to: 'fri', leavesAll: false })).toEqual(fees)
  expect(moveDeliveryFee(fees, { from: 'tue', to: 'fri', leavesAll: true })).toEqual([fee('fri', 700)])
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen, sumFen } from '#app/domain/money/fen.ts'
import { directParcels, itemiseOrder } from './itemise-order.ts'
import { type PricedLine, priceOrder } from './price-order.ts'

const fees = new Map([
  ['wav_1', fen(600)],
  ['wav_2', fen(700)],
])
const anyLine = fc.record({
  farmId: fc.constantFrom('farm_wj', 'farm_lx', 'farm_fq'),
  waveId: fc.constantFrom('wav_1', 'wav_2'),
  quantity: fc.integer({ min: 1, max: 20 }),
  unitPriceFen: fc.integer({ min: 1, max: 50_000 }).map(fen),
  grossWeightG: fc.integer({ min: 50, max: 8000 }),
  storage: fc.constantFrom('ambient' as const, 'chilled' as const, 'frozen' as const),
  courierZone: fc.constant('county' as const),
})
const anyOrder = fc.array(anyLine, { minLength: 1, maxLength: 12 })
const anyDelivery = fc.constantFrom('door' as const, 'pickup' as const)

test('the parts shown to the customer add up to what was frozen, to the fen', () => {
  fc.assert(
    fc.property(anyOrder, anyDelivery, (lines, delivery) => {
      const { deliveryFen, directFen } = priceOrder(lines, fees, delivery)
      const { deliveries, parcels } = itemiseOrder(lines, fees, { delivery, deliveryFen, directFen })
      expect(sumFen(deliveries!.map((one) => one.feeFen))).toBe(deliveryFen)
      expect(sumFen(parcels!.map((one) => one.directFen))).toBe(directFen)
    }),
  )
})

test('each farm is one parcel, however many lines it has', () => {
  const line: PricedLine = {
    farmId: 'farm_lx',
    waveId: 'wav_1',
    quantity: 1,
    unitPriceFen: fen(1000),
    grossWeightG: 800,
    storage: 'ambient',
    courierZone: 'county',
  }
  expect(directParcels([line, { ...line, waveId: 'wav_2' }])).toEqual([{ farmId: 'farm_lx', weightG: 1600, directFen: 1100 }])
})

test('when rates have changed since, the frozen sums stand without parts', () => {
  const line: PricedLine = {
    farmId: 'farm_lx',
    waveId: 'wav_1',
    quantity: 1,
    unitPriceFen: fen(1000),
    grossWeightG: 800,
    storage: 'ambient',
    courierZone: 'county',
  }
  expect(itemiseOrder([line], fees, { delivery: 'door', deliveryFen: fen(500), directFen: fen(900) })).toEqual({
    deliveries: null,
    parcels: null,
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { type CourierZone, courierZoneOf, directShippingFen, type ShippedLine, savingOf } from './direct-shipping.ts'
import { quoteDeliveryFee } from './quote-delivery-fee.ts'

const line = (farmId: string, weightG: number, over: Partial<ShippedLine> = {}): ShippedLine => ({
  farmId,
  weightG,
  storage: 'ambient',
  farm: { courierZone: 'city' },
  ...over,
})

test.each<[farm: string, CourierZone, fromG: number, toG: number, fromYuan: number, toYuan: number]>([
  ['WJ', 'city', 800, 3_000, 8, 10],
  ['XC', 'city', 1_000, 2_500, 8, 10],
  ['LX', 'county', 500, 1_000, 10, 10],
  ['HD', 'county', 1_000, 3_000, 10, 12],
  ['HL', 'mountain', 3_500, 4_000, 15, 15],
  ['FQ', 'mountain', 1_000, 4_000, 12, 15],
])('%s alone pays what S0 reports (%s zone, %i–%i g: %i–%i yuan a parcel)', (_farm, courierZone, fromG, toG, fromYuan, toYuan) => {
  expect(directShippingFen({ weightG: fromG, storage: 'ambient', farm: { courierZone } })).toBe(fromYuan * 100)
  expect(directShippingFen({ weightG: toG, storage: 'ambient', farm: { courierZone } })).toBe(toYuan * 100)
})

test('ice is charged a parcel, and a farm packs for the coldest of its goods', () => {
  const mixed = [line('FQ', 500), line('FQ', 500, { storage: 'frozen' }), line('FQ', 900, { storage: 'chilled' })]
  expect(savingOf(mixed, fen(0)).directFen).toBe(800 + 100 + 300)
})

test('an order from three farms would have been three parcels', () => {
  const lines = [
    line('WJ', 1_000),
    line('LX', 1_000, { farm: { courierZone: 'county' } }),
    line('HL', 4_000, { farm: { courierZone: 'mountain' } }),
  ]
  expect(savingOf(lines, fen(650))).toEqual({ directFen: 3_300, consolidatedFen: 650, savedFen: 2_650 })
})

test('a wave that costs more than direct shipping says so', () => {
  expect(savingOf([line('WJ', 1_000)], fen(1_000)).savedFen).toBe(-200)
})

test('more farms in a basket never ship cheaper alone, and saved plus paid is always the direct price', () => {
  const lines = fc.array(fc.tuple(fc.constantFrom('WJ', 'LX', 'HD'), fc.nat({ max: 20_000 })), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(lines, fc.nat({ max: 10_000 }), (items, paid) => {
      const shipped = items.map(([farmId, weightG]) => line(farmId, weightG))
      const saving = savingOf(shipped, fen(paid))
      expect(saving.savedFen + saving.consolidatedFen).toBe(saving.directFen)
      expect(savingOf([...shipped, line('HL', 1_000)], fen(paid)).directFen).toBe(saving.directFen + 800)
    }),
  )
})

test('a farm is priced by its distance', () => {
  expect([30_000, 50_000, 50_001, 150_001, 2_500_000].map(courierZoneOf)).toEqual(['city', 'city', 'county', 'mountain', 'remote'])
})

test.each([
  [0, 600],
  [10_000, 600],
  [10_001, 800],
  [15_000, 800],
  [15_001, 1_000],
])('a drop of %i g costs %i fen: 10 kg in the base fee, then each started 5 kg', (weightG, feeFen) => {
  expect(quoteDeliveryFee({ baseFen: fen(600), stepFen: fen(200) }, weightG)).toBe(feeFen)
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { forecastOfHarvest, goWithout, isBold, soldAheadOn } from './sold-ahead.ts'

test('what is harvested on the fifth is delivered from the sixth on', () => {
  expect(soldAheadOn('2026-12-31')).toBe('2027-01-01')
  expect(soldAheadOn(null)).toBe(null)
})

test('more than 85 % of a forecast is a bold promise', () => {
  expect(isBold({ forecast: 100, promised: 85 })).toBe(false)
  expect(isBold({ forecast: 100, promised: 86 })).toBe(true)
})

test('those who ordered last go without, and exactly what is missing is taken from them', () => {
  const quantities = fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 12 })
  fc.assert(
    fc.property(quantities, fc.integer({ min: 0, max: 120 }), (sold, short) => {
      const lines = sold.map((quantity, index) => ({ lineId: `${index}`, quantity }))
      const without = goWithout(lines, short)
      const all = sold.reduce((sum, quantity) => sum + quantity, 0)
      expect(without.reduce((sum, { missing }) => sum + missing, 0)).toBe(Math.min(short, all))
      expect(without.map(({ line }) => line)).toEqual(lines.slice(0, without.length))
      expect(without.slice(0, -1).every(({ line, missing }) => missing === line.quantity)).toBe(true)
    }),
  )
})

test("a harvest is that of its size's running pre-sale whatever its day, of an adoption's date on that day alone, and of no other size", () => {
  const presold = { variantId: 'var_a', lotId: 'lot_a_05', harvestedOn: '2026-12-05', isPresold: true }
  const adopted = { variantId: 'var_b', lotId: 'lot_b_05', harvestedOn: '2026-12-05', isPresold: false }
  const known = [presold, adopted]
  expect(forecastOfHarvest({ variantId: 'var_a', lotId: 'lot_a_01' }, known)).toBe(presold)
  expect(forecastOfHarvest({ variantId: 'var_b', lotId: 'lot_b_05' }, known)).toBe(adopted)
  expect(forecastOfHarvest({ variantId: 'var_b', lotId: 'lot_b_01' }, known)).toBeNull()
  expect(forecastOfHarvest({ variantId: 'var_c', lotId: 'lot_a_05' }, known)).toBeNull()
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from './fen.ts'
import { readYuanText, yuanText } from './yuan-text.ts'

test('every price survives being written in yuan and read again', () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999_999_999 }), (amount) => {
      expect(readYuanText(yuanText(fen(amount)))).toBe(amount)
    }),
  )
})

test('yuan and fen typed apart make the same amount as typed together', () => {
  fc.assert(
    fc.property(fc.nat({ max: 9_999_999 }), fc.nat({ max: 99 }), (yuan, cents) => {
      expect(readYuanText(`${yuan}.${String(cents).padStart(2, '0')}`)).toBe(yuan * 100 + cents)
    }),
  )
})

test.each([
  ['68', 6800],
  ['68.5', 6850],
  ['0.07', 7],
  ['1.10', 110],
])('%s yuan is %i fen', (text, amount) => {
  expect(readYuanText(text)).toBe(amount)
})

test.each(['68.555', '-1', '+1', '1,200', '1e3', '68元', '.5', '68.', '', ' 68'])('%j is no price', (text) => {
  expect(readYuanText(text)).toBeNull()
})

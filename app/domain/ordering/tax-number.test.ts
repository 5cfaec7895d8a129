import { expect, test } from 'vitest'
import { isTaxNumber, writtenTaxNumber } from './tax-number.ts'

test('a unified social credit code is known by its check character (the example of GB 32100-2015)', () => {
  expect(isTaxNumber('91350100M000100Y43')).toBe(true)
  expect(isTaxNumber('91350100M000100Y44')).toBe(false)
  expect(isTaxNumber('91350100M000100Y4')).toBe(false)
})

test('a code with two neighbouring characters swapped, or a letter the standard leaves out, is none', () => {
  expect(isTaxNumber('91530100M000100Y43')).toBe(false)
  expect(isTaxNumber('9135010OM000100Y43')).toBe(false)
})

test('older numbers of 15 and 20 digits still stand', () => {
  expect(['510104123456789', '51010419800101123456', '5101041234'].map(isTaxNumber)).toEqual([true, true, false])
})

test('a number pasted with gaps or full-width digits is kept without', () => {
  expect(writtenTaxNumber(' 9135 0100-m000 100y43 ')).toBe('91350100M000100Y43')
  expect(writtenTaxNumber('５１０１０４１２３４５６７８９')).toBe('510104123456789')
})

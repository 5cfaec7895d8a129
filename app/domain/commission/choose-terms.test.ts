import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type AgreedTerms, chooseTerms, type Sale } from './choose-terms.ts'

const day = (on: string) => new Date(`${on}T00:00:00+08:00`)
const terms = (id: string, change: Partial<AgreedTerms> = {}) => ({
  id,
  homeType: 'farm' as const,
  producerId: '',
  category: '',
  productId: '',
  effectiveFrom: day('2026-01-01'),
  effectiveUntil: null,
  ...change,
})
const sale: Sale = { homeType: 'farm', producerId: 'wj', category: 'vegetables', productId: 'squash', at: day('2026-11-22') }
const chosen = (...agreed: (AgreedTerms & { id: string })[]) => chooseTerms(agreed, sale)?.id

const all = terms('all')
const producer = terms('producer', { producerId: 'wj' })
const category = terms('category', { category: 'vegetables' })
const product = terms('product', { productId: 'squash' })

test('a product’s agreement stands before a category’s, that before a producer’s, that before the home type’s', () => {
  expect(chosen(all, producer, category, product)).toBe('product')
  expect(chosen(all, producer, category)).toBe('category')
  expect(chosen(all, producer)).toBe('producer')
  expect(chosen(all)).toBe('all')
})

test('an agreement on one producer’s category stands before the category’s', () => {
  expect(chosen(category, terms('both', { category: 'vegetables', producerId: 'wj' }))).toBe('both')
})

test('another farm’s, another home’s and another category’s agreement does not count', () => {
  expect(
    chosen(
      all,
      terms('other farm', { producerId: 'lx' }),
      terms('other home', { homeType: 'alliance', productId: 'squash' }),
      terms('other category', { category: 'fruit' }),
    ),
  ).toBe('all')
})

test('of the same scope the one that began last holds, and when it ends the earlier one holds again', () => {
  const later = terms('later', { effectiveFrom: day('2026-06-01') })
  const ended = terms('ended', { effectiveFrom: day('2026-10-01'), effectiveUntil: day('2026-11-22') })
  expect(chosen(all, later, ended)).toBe('later')
  expect(chosen(all, later, { ...ended, effectiveUntil: day('2026-11-23') })).toBe('ended')
})

test('what begins tomorrow does not hold today, and what nobody agreed on holds never', () => {
  expect(chosen(terms('tomorrow', { effectiveFrom: day('2026-11-23') }))).toBeUndefined()
  expect(chosen()).toBeUndefined()
})

test('the order in which agreements are read decides nothing', () => {
  const any = fc.record({
    homeType: fc.constantFrom('farm' as const, 'leader' as const),
    producerId: fc.constantFrom('', 'wj', 'lx'),
    category: fc.constantFrom('', 'vegetables', 'fruit'),
    productId: fc.constantFrom('', 'squash', 'rice'),
    effectiveFrom: fc.integer({ min: 1, max: 400 }).map((days) => new Date(sale.at.getTime() - (days - 50) * 86_400_000)),
    effectiveUntil: fc.constant(null),
  })
  const once = fc.uniqueArray(any, {
    selector: ({ effectiveFrom, ...scope }) => JSON.stringify([scope, effectiveFrom]),
    maxLength: 30,
  })
  fc.assert(
    fc.property(once, (agreed) => {
      expect(chooseTerms([...agreed].reverse(), sale)).toEqual(chooseTerms(agreed, sale))
    }),
  )
})

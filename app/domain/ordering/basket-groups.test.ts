import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { type BasketItem, groupBasket, problemOf, subtotalFen } from './basket-groups.ts'

const item = (variantId: string, change: Partial<BasketItem> = {}): BasketItem => ({
  variantId,
  farmId: 'farm_a',
  quantity: 2,
  priceFen: fen(1000),
  seenPriceFen: fen(1000),
  available: 9,
  status: 'listed',
  ...change,
})

test('a line off the shelf is told as such before anything else about it', () => {
  expect(problemOf(item('v', { status: 'off', available: 0, seenPriceFen: fen(1) }))).toBe('off')
  expect(problemOf(item('v', { available: 0 }))).toBe('sold_out')
  expect(problemOf(item('v', { available: 1, seenPriceFen: fen(1) }))).toBe('short')
  expect(problemOf(item('v', { seenPriceFen: fen(900) }))).toBe('price_changed')
  expect(problemOf(item('v', { available: 2 }))).toBeNull()
})

test('what comes first stands first, by day and then by farm; what nobody can deliver yet stands last', () => {
  const items = [
    item('later', { farmId: 'farm_b' }),
    item('unknown'),
    item('first'),
    item('alsoLater', { farmId: 'farm_b' }),
    item('third', { farmId: null }),
  ]
  const days = new Map([
    ['later', '2026-11-27'],
    ['alsoLater', '2026-11-27'],
    ['first', '2026-11-24'],
    ['third', '2026-11-27'],
  ])
  const seen = groupBasket(items, days).map(({ deliversOn, farms }) => [
    deliversOn,
    farms.map((farm) => [farm.farmId, farm.items.map((one) => one.variantId)]),
  ])
  expect(seen).toEqual([
    ['2026-11-24', [['farm_a', ['first']]]],
    [
      '2026-11-27',
      [
        ['farm_b', ['later', 'alsoLater']],
        [null, ['third']],
      ],
    ],
    [null, [['farm_a', ['unknown']]]],
  ])
})

test('every line is in exactly one group', () => {
  const items = ['a', 'b', 'c', 'd'].map((id, i) => item(id, { farmId: `farm_${i % 2}` }))
  const grouped = groupBasket(items, new Map([['b', '2026-11-24']]))
  expect(
    grouped
      .flatMap(({ farms }) => farms.flatMap((farm) => farm.items))
      .map(({ variantId }) => variantId)
      .sort(),
  ).toEqual(['a', 'b', 'c', 'd'])
})

test('the subtotal is at today’s prices and leaves out what cannot be ordered', () => {
  const items = [
    item('a', { seenPriceFen: fen(1) }),
    item('b', { status: 'off' }),
    item('c', { available: 0 }),
    item('d', { quantity: 3, priceFen: fen(333) }),
  ]
  expect(subtotalFen(items)).toBe(2000 + 999)
})

import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { choosePromotions, type Promotion, writtenCode } from './choose-promotions.ts'

const now = new Date('2026-11-22T02:00:00Z')
const day = 86_400_000
const promotion = (id: string, change: Partial<Promotion> = {}): Promotion => ({
  id,
  code: null,
  nameZh: '满减',
  nameEn: 'Off',
  fundedBy: 'producers',
  amountFen: fen(500),
  rateBp: null,
  fromGoodsFen: fen(0),
  startsAt: new Date(now.getTime() - day),
  endsAt: null,
  usesLeft: null,
  stoppedAt: null,
  ...change,
})
const coupon = (change: Partial<Promotion> = {}) => promotion('coupon', { code: 'AUTUMN', fundedBy: 'alliance', ...change })

const choose = (promotions: Promotion[], code: string | null = null, goods = 10_000) => {
  const chosen = choosePromotions({ promotions, code, goodsFen: fen(goods), now })
  if (!chosen.ok) return chosen.refusal.code
  const { discount, coupon } = chosen.value
  return [discount && [discount.promotion.id, discount.offFen], coupon && [coupon.promotion.id, coupon.offFen]]
}

test('the running discount that takes most off applies by itself; the coupon is asked for', () => {
  const tenth = promotion('tenth', { amountFen: null, rateBp: 1000 })
  expect(choose([promotion('five'), tenth, coupon()])).toEqual([['tenth', 1000], null])
  expect(choose([promotion('five'), tenth, coupon()], 'AUTUMN')).toEqual([
    ['tenth', 1000],
    ['coupon', 500],
  ])
})

test('of two that take the same off the older is taken', () => {
  const older = promotion('b', { startsAt: new Date(now.getTime() - 2 * day) })
  expect(choose([promotion('a'), older])).toEqual([['b', 500], null])
})

test('a code says at once why it brings nothing', () => {
  expect(choose([], 'NOPE')).toBe('coupon_unknown')
  expect(choose([coupon({ startsAt: new Date(now.getTime() + 1) })], 'AUTUMN')).toBe('coupon_not_begun')
  expect(choose([coupon({ endsAt: now })], 'AUTUMN')).toBe('coupon_ended')
  expect(choose([coupon({ stoppedAt: now })], 'AUTUMN')).toBe('coupon_ended')
  expect(choose([coupon({ usesLeft: 0 })], 'AUTUMN')).toBe('coupon_used_up')
  expect(choose([coupon({ fromGoodsFen: fen(10_001) })], 'AUTUMN')).toBe('coupon_below_minimum')
})

test('discount and coupon together never take more than the goods cost', () => {
  const whole = promotion('all', { amountFen: fen(8000) })
  expect(choose([whole, coupon({ amountFen: fen(5000) })], 'AUTUMN')).toEqual([
    ['all', 8000],
    ['coupon', 2000],
  ])
})

test('a code is read as people write it', () => {
  expect(writtenCode(' autumn－5 ')).toBe('AUTUMN-5')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate } from './allocate.ts'
import { fen } from './fen.ts'

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

const totals = fc.maxSafeInteger().map(fen)
const weights = fc.array(fc.nat({ max: 1_000_000_00 }), { minLength: 1, maxLength: 40 }).filter((candidate) => sum(candidate) > 0)

test('a 10.00 delivery fee over three equal farms gives the odd fen to the first', () => {
  expect(allocate(fen(1000), [1, 1, 1])).toEqual([334, 333, 333])
})

test('no fen is created or lost', () => {
  fc.assert(
    fc.property(totals, weights, (total, w) => {
      const shares = allocate(total, w)
      expect(shares.reduce((s, share) => s + BigInt(share), 0n)).toBe(BigInt(total))
    }),
  )
})

test('every share is less than one fen from exact', () => {
  fc.assert(
    fc.property(totals, weights, (total, w) => {
      const weightSum = BigInt(sum(w))
      allocate(total, w).forEach((share, i) => {
        const error = BigInt(share) * weightSum - BigInt(total) * BigInt(w[i]!)
        expect(error < weightSum && error > -weightSum).toBe(true)
      })
    }),
  )
})

test('a refund mirrors the charge', () => {
  fc.assert(
    fc.property(totals, weights, (total, w) => {
      expect(allocate(fen(-total), w)).toEqual(allocate(total, w).map((share) => (share === 0 ? 0 : -share)))
    }),
  )
})

test.each([[[]], [[0, 0]], [[-1, 2]], [[0.5]]])('refuses weights %j as a bug', (bad) => {
  expect(() => allocate(fen(100), bad)).toThrow(/weight/)
})

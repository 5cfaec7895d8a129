import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHandOver, signHandOver } from './hand-over.server.ts'
import { forDomain } from './share-cookies.server.ts'

const now = new Date('2026-11-22T02:00:00Z')
const secret = 'a secret of thirty-two characters'
const token = signHandOver({ basketId: 'bsk_1', storefrontId: 'farm_wj' }, { secret, now })
const read = (said: string, at = now, key = secret) => readHandOver(said, { secret: key, now: at })

test('what was handed over is read as it was said, for five minutes', () => {
  expect(read(token)).toMatchObject({ basketId: 'bsk_1', storefrontId: 'farm_wj' })
  expect(read(token, new Date(now.getTime() + 300_000))).not.toBeNull()
  expect(read(token, new Date(now.getTime() + 300_001))).toBeNull()
})

test('nobody without the secret can say whose basket goes over, and no part of it can be changed', () => {
  expect(read(token, now, 'another secret of thirty-two chars')).toBeNull()
  fc.assert(
    fc.property(fc.integer({ min: 0, max: token.length - 2 }), fc.constantFrom(...'abcXYZ019_-.'), (at, letter) => {
      fc.pre(token[at] !== letter)
      expect(read(token.slice(0, at) + letter + token.slice(at + 1))).toBeNull()
    }),
  )
  for (const nonsense of ['', '....', 'a.b.c.d.e']) expect(read(nonsense)).toBeNull()
})

test('two tokens for one basket are two: each is counted by itself', () => {
  expect(read(signHandOver({ basketId: 'bsk_1', storefrontId: 'farm_wj' }, { secret, now }))?.nonce).not.toBe(read(token)?.nonce)
})

test('a cookie is kept for all hosts of the shared domain once', () => {
  expect(forDomain('basket=b; Path=/', 'tongtian.example')).toBe('basket=b; Path=/; Domain=tongtian.example')
  expect(forDomain('basket=b; domain=x.example', 'tongtian.example')).toBe('basket=b; domain=x.example')
})

import { expect, test } from 'vitest'
import { InvariantError } from '#app/domain/invariant.ts'
import { sessionSecret } from './session-secret.server.ts'

const kept = () => 'kept beside the database'
const long = 'x'.repeat(32)

test("the operator's secret wins; without one the kept one serves", () => {
  expect(sessionSecret({ given: long, mustBeGiven: false, kept })).toBe(long)
  expect(sessionSecret({ given: undefined, mustBeGiven: false, kept })).toBe('kept beside the database')
})

test('a short secret, and none where processes must share one, stop the start', () => {
  expect(() => sessionSecret({ given: 'short', mustBeGiven: false, kept })).toThrow(InvariantError)
  expect(() => sessionSecret({ given: undefined, mustBeGiven: true, kept })).toThrow(InvariantError)
})

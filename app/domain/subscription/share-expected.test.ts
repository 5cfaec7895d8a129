import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareExpected } from './share-expected.ts'

test('farms share what is expected as they have lately brought it', () => {
  const brought = [
    { farmId: 'hill', units: 30 },
    { farmId: 'brook', units: 10 },
    { farmId: 'lake', units: 0 },
  ]
  expect([...shareExpected(9, brought)]).toEqual([
    ['brook', 2],
    ['hill', 7],
  ])
  expect(shareExpected(9, [{ farmId: 'lake', units: 0 }])).toEqual(new Map())
})

test('whoever brings how much: the shares are together what is expected, in whatever order the farms are read', () => {
  const farms = fc.uniqueArray(fc.record({ farmId: fc.stringMatching(/^[a-z]{1,4}$/), units: fc.nat(500) }), {
    selector: ({ farmId }) => farmId,
    minLength: 1,
    maxLength: 6,
  })
  fc.assert(
    fc.property(farms, fc.nat(300), (brought, units) => {
      fc.pre(brought.some((one) => one.units > 0))
      const shares = shareExpected(units, brought)
      expect([...shares.values()].reduce((sum, share) => sum + share, 0)).toBe(units)
      expect(shareExpected(units, brought.toReversed())).toEqual(shares)
    }),
  )
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { decideWaveTerms, type TermedWave } from './decide-wave-terms.ts'

const now = new Date('2026-11-22T02:00:00Z')
const at = (instant: string) => new Date(instant)
const wave: TermedWave = {
  status: 'open',
  deliversOn: '2026-11-24',
  bookedDrops: 3,
  capacityDrops: 60,
  dropFeeFen: fen(700),
  cutoffAt: at('2026-11-23T10:00:00Z'),
}
const decided = (change: object, of: object = {}) => decideWaveTerms({ ...wave, ...of }, { ...wave, ...change }, { arriveBy: '06:00', now })

test('a wave is never sold with fewer places than are taken', () => {
  fc.assert(
    fc.property(fc.nat(90), fc.nat(90), (bookedDrops, capacityDrops) => {
      expect(decided({ capacityDrops }, { bookedDrops }).ok).toBe(capacityDrops >= bookedDrops)
    }),
  )
})

test('a cut-off is moved to a time to come, before the crates stand at the hub', () => {
  expect(decided({ cutoffAt: at('2026-11-23T21:59:00Z') }).ok).toBe(true)
  expect(decided({ cutoffAt: at('2026-11-23T22:00:00Z') })).toMatchObject({ refusal: { code: 'cutoff_too_late' } })
  expect(decided({ cutoffAt: now }, { bookedDrops: 0 })).toMatchObject({ refusal: { code: 'cutoff_passed' } })
})

test('who has ordered keeps the time for changes that was told', () => {
  const earlier = { cutoffAt: at('2026-11-23T08:00:00Z') }
  expect(decided(earlier)).toMatchObject({ refusal: { code: 'cutoff_promised' } })
  expect(decided(earlier, { bookedDrops: 0 }).ok).toBe(true)
})

test('past its cut-off an open wave may still get places, a closed one nothing', () => {
  expect(decided({ capacityDrops: 70, cutoffAt: at('2026-11-21T10:00:00Z') }, { cutoffAt: at('2026-11-21T10:00:00Z') })).toMatchObject({
    ok: true,
  })
  expect(decided({}, { status: 'closed' })).toMatchObject({ refusal: { code: 'not_open' } })
})

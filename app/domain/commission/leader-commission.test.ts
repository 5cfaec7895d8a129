import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { leaderCommission } from './leader-commission.ts'
import type { LineTerms } from './line-terms.ts'

const terms: LineTerms = {
  termsId: 'terms',
  home: { type: 'alliance', id: 'alliance' },
  leaderId: 'lea_gate',
  distributionBp: 500,
  leaderBp: 300,
  serviceBp: 400,
  vatInServiceBp: 600,
  brandBp: 100,
  reserveFenPerKg: fen(20),
  floor: null,
}
const line = { farmId: 'hill', amountFen: fen(9999), netWeightG: 1000, terms }

test('a leader earns their rate of the line, rounded down', () => {
  expect(leaderCommission(line, 'lea_gate')).toBe(299)
})

test('who is the buyer’s home as well earns the distribution too', () => {
  expect(leaderCommission({ ...line, terms: { ...terms, home: { type: 'leader', id: 'lea_gate' } } }, 'lea_gate')).toBe(299 + 499)
})

test('another leader earns nothing from it', () => {
  expect(leaderCommission(line, 'lea_lake')).toBe(0)
})

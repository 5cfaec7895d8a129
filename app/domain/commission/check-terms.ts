import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { TermsRates } from './freeze-terms.ts'

const wholeBp = 10_000

/** A rate, or an amount by the kilogram, that somebody typed. */
export const rateFields = [
  'distributionBp',
  'leaderBp',
  'serviceBp',
  'vatInServiceBp',
  'brandBp',
  'reserveFenPerKg',
  'leaderSavingBp',
  'floorFenPerKg',
  'premiumShareBp',
] as const
export type RateField = (typeof rateFields)[number]

export type TermsRefusal =
  | { code: 'negative'; field: RateField }
  | { code: 'over_whole'; field: RateField }
  /** distribution, leader, service and brand together take more than the sale */
  | { code: 'over_whole_together'; sumBp: number }
  | { code: 'floor_without_premium' }
  | { code: 'premium_without_floor' }
  | { code: 'back_dated' }
  | { code: 'ends_before_it_begins' }

const partsOfWhole = ['distributionBp', 'leaderBp', 'serviceBp', 'vatInServiceBp', 'brandBp', 'leaderSavingBp', 'premiumShareBp'] as const

type Proposed = TermsRates & { effectiveFrom: Date; effectiveUntil: Date | null }

/**
 * Whether rates can be agreed on at all: none below zero or above the whole, all parties' together no more than the sale,
 * floor and premium share both or neither (S1), and a beginning that has not passed.
 */
export function checkTerms(proposed: Proposed, now: Date): Result<null, TermsRefusal> {
  const negative = rateFields.find((field) => (proposed[field] ?? 0) < 0)
  if (negative) return refuse({ code: 'negative', field: negative })
  const over = partsOfWhole.find((field) => (proposed[field] ?? 0) > wholeBp)
  if (over) return refuse({ code: 'over_whole', field: over })
  const sumBp = proposed.distributionBp + proposed.leaderBp + proposed.serviceBp + proposed.brandBp
  if (sumBp > wholeBp) return refuse({ code: 'over_whole_together', sumBp })
  if (proposed.floorFenPerKg !== null && proposed.premiumShareBp === null) return refuse({ code: 'floor_without_premium' })
  if (proposed.floorFenPerKg === null && proposed.premiumShareBp !== null) return refuse({ code: 'premium_without_floor' })
  if (proposed.effectiveFrom <= now) return refuse({ code: 'back_dated' })
  if (proposed.effectiveUntil !== null && proposed.effectiveUntil <= proposed.effectiveFrom) {
    return refuse({ code: 'ends_before_it_begins' })
  }
  return accept(null)
}

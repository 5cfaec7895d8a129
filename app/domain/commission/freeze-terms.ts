import { type Fen, fen, shareFen } from '#app/domain/money/fen.ts'
import type { FloorTerms, Home, LineTerms } from './line-terms.ts'

/** The rates of an agreement. Floor and premium share come both or not at all (S1). */
export type TermsRates = {
  distributionBp: number
  leaderBp: number
  serviceBp: number
  vatInServiceBp: number
  brandBp: number
  reserveFenPerKg: number
  /** of what a joint delivery saves, to the leader */
  leaderSavingBp: number
  floorFenPerKg: Fen | null
  premiumShareBp: number | null
}

/** Green years in a row from which on a farm pays half the risk reserve (S1: 0.20 → 0.10 yuan/kg). */
export const greenYearsForDiscount = 3

/** What a farm pays into the risk reserve by the kilogram, after its green discount; rounded down. */
export const reserveRate = (agreedFenPerKg: number, greenYears: number): Fen =>
  greenYears >= greenYearsForDiscount ? shareFen(fen(agreedFenPerKg), 1, 2) : fen(agreedFenPerKg)

type Line = {
  home: Home
  leaderId: string | null
  greenYears: number
  /** the product's own floor; an agreement that has one stands before it */
  productFloor: FloorTerms | null
}

/** What is copied onto a line when it is placed, never to be reckoned again. */
export const freezeTerms = (agreed: TermsRates & { id: string }, { home, leaderId, greenYears, productFloor }: Line): LineTerms => ({
  termsId: agreed.id,
  home,
  leaderId,
  distributionBp: agreed.distributionBp,
  leaderBp: agreed.leaderBp,
  serviceBp: agreed.serviceBp,
  vatInServiceBp: agreed.vatInServiceBp,
  brandBp: agreed.brandBp,
  reserveFenPerKg: reserveRate(agreed.reserveFenPerKg, greenYears),
  floor: floorOf(agreed) ?? productFloor,
})

/** Floor and premium share as one, or neither. */
export const floorOf = ({
  floorFenPerKg,
  premiumShareBp,
}: {
  floorFenPerKg: Fen | null
  premiumShareBp: number | null
}): FloorTerms | null => (floorFenPerKg === null ? null : { floorFenPerKg, premiumShareBp: premiumShareBp ?? 0 })

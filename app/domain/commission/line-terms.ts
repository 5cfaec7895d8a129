import type { Fen } from '#app/domain/money/fen.ts'

/** Whose customer bought: that home earns the distribution commission (S0). */
export type Home = { type: 'alliance' | 'farm' | 'leader'; id: string }

/** S1's 保底收购+溢价分成: a floor by weight, and the farm's part of what the sale brings above it. */
export type FloorTerms = { floorFenPerKg: Fen; premiumShareBp: number }

/** Everything that decides where one line's money goes; frozen on the line when it is placed. Rates in basis points. */
export type LineTerms = {
  termsId: string
  home: Home
  leaderId: string | null
  distributionBp: number
  leaderBp: number
  serviceBp: number
  /** VAT contained in the service fee, e.g. 600 for 6 % */
  vatInServiceBp: number
  brandBp: number
  reserveFenPerKg: Fen
  floor: FloorTerms | null
}

import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { LineTerms } from './line-terms.ts'
import { splitLine } from './split-line.ts'

/** A community's leader earns on what they gather; an enterprise orders for its own people, and nobody earns as its leader. */
export const earningLeaderId = (leader: { id: string; kind: 'community' | 'enterprise' } | null): string | null =>
  leader?.kind === 'community' ? leader.id : null

export type CommissionedLine = { farmId: string; amountFen: Fen; netWeightG: number; terms: LineTerms }

/**
 * What a line brings a leader when it is accepted as it was placed: their commission by its frozen terms, and the
 * distribution commission where they are the buyer's home too. Their part of the delivery saving comes on top.
 */
export function leaderCommission({ farmId, amountFen, netWeightG, terms }: CommissionedLine, leaderId: string): Fen {
  const shares = splitLine(amountFen, netWeightG, farmId, terms)
  const asLeader = terms.leaderId === leaderId ? shares.leaderFen : 0
  const asHome = terms.home.type === 'leader' && terms.home.id === leaderId ? shares.distributionFen : 0
  return fen(asLeader + asHome)
}

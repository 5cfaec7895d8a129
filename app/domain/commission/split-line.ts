import { invariant } from '#app/domain/invariant.ts'
import { type Fen, fen, shareFen } from '#app/domain/money/fen.ts'
import type { LineTerms } from './line-terms.ts'

const wholeBp = 10_000
const gramsPerKg = 1000

/** Where one accepted line's money goes, before the risk reserve. The shares sum to `baseFen + topUpFen`. */
export type LineShares = {
  /** paid by the alliance when the sale stays below the floor */
  topUpFen: Fen
  producerFen: Fen
  /** to the home farm, or to the alliance as 4020 when the home is not another farm */
  distributionFen: Fen
  leaderFen: Fen
  serviceFen: Fen
  vatFen: Fen
  brandFen: Fen
  premiumMarginFen: Fen
  /** the producer's and, the same again, the state's contribution (S1) */
  reserveFen: Fen
}

/**
 * Splits what a line sold for by its frozen terms. Percentages round down; the producer keeps
 * the residue, or on floor terms the alliance's premium margin does (money.md rule 5, S1).
 * A farm's own customer pays no distribution commission.
 *
 * @param baseFen what the line sold for after discounts, ≥ 0
 * @param weightG net weight delivered, ≥ 0
 */
export function splitLine(baseFen: Fen, weightG: number, producerId: string, terms: LineTerms): LineShares {
  invariant(Number.isSafeInteger(weightG) && weightG >= 0, 'a line weighs whole grams')
  const ofBase = (bp: number) => shareFen(baseFen, bp, wholeBp)
  const isOwnCustomer = terms.home.type === 'farm' && terms.home.id === producerId
  const distributionFen = isOwnCustomer ? fen(0) : ofBase(terms.distributionBp)
  const leaderFen = terms.leaderId === null ? fen(0) : ofBase(terms.leaderBp)
  const serviceWithVatFen = ofBase(terms.serviceBp)
  const vatFen = shareFen(serviceWithVatFen, terms.vatInServiceBp, wholeBp + terms.vatInServiceBp)
  const brandFen = ofBase(terms.brandBp)
  const netFen = fen(baseFen - distributionFen - leaderFen - serviceWithVatFen - brandFen)
  invariant(netFen >= 0, 'rates sum to more than the sale')

  const producer = terms.floor === null ? agency(netFen) : floorAndPremium(netFen, weightG, terms.floor)
  return {
    ...producer,
    distributionFen,
    leaderFen,
    serviceFen: fen(serviceWithVatFen - vatFen),
    vatFen,
    brandFen,
    reserveFen: shareFen(terms.reserveFenPerKg, weightG, gramsPerKg),
  }
}

const agency = (netFen: Fen) => ({ producerFen: netFen, topUpFen: fen(0), premiumMarginFen: fen(0) })

function floorAndPremium(netFen: Fen, weightG: number, floor: NonNullable<LineTerms['floor']>) {
  const floorFen = shareFen(floor.floorFenPerKg, weightG, gramsPerKg)
  if (netFen <= floorFen) return { producerFen: floorFen, topUpFen: fen(floorFen - netFen), premiumMarginFen: fen(0) }
  const premiumFen = shareFen(fen(netFen - floorFen), floor.premiumShareBp, wholeBp)
  return { producerFen: fen(floorFen + premiumFen), topUpFen: fen(0), premiumMarginFen: fen(netFen - floorFen - premiumFen) }
}

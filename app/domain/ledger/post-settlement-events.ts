import type { Fen } from '#app/domain/money/fen.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { AccountId } from './accounts.ts'
import { moving, type Posting, type Transfer } from './posting.ts'

/** From one account to another, or back where the amount is negative. */
const move = (debit: AccountId, credit: AccountId, amountFen: Fen): Transfer =>
  amountFen < 0 ? { debit: credit, credit: debit, amountFen: fen(-amountFen) } : { debit, credit, amountFen }

export type FarmSettled = { farmId: string; salesFen: Fen; commissionFen: Fen }

/**
 * A period's sales and commissions become payable, all farms in one posting: 2110 → 2120, 2210 → 2120. What is negative goes
 * the other way: the debt is the farm's, where payouts see it. A leader's account is settled where it stands.
 */
export const periodSettled = (p: { period: string; farms: readonly FarmSettled[]; at: Date }): Posting => ({
  key: `settle:${p.period}`,
  event: 'settlement',
  orderId: null,
  effectiveAt: p.at,
  transfers: moving(
    p.farms.flatMap(({ farmId, salesFen, commissionFen }) => [
      move(`2110:${farmId}`, `2120:${farmId}`, salesFen),
      move(`2210:${farmId}`, `2120:${farmId}`, commissionFen),
    ]),
  ),
})

type PayoutFacts = { payoutId: string; from: AccountId; amountFen: Fen; taxFen: Fen; at: Date }

/** Payable → in transit; of a leader's, the tax withheld goes its own way. */
export const payoutMade = ({ payoutId, from, amountFen, taxFen, at }: PayoutFacts): Posting => ({
  key: `${payoutId}:made`,
  event: 'payout',
  orderId: null,
  effectiveAt: at,
  transfers: moving([
    { debit: from, credit: '2820', amountFen: taxFen },
    { debit: from, credit: `2130:${payoutId}`, amountFen },
  ]),
})

/** In transit → out of the processor's balance, on every rail (decision 0012). */
export const payoutConfirmed = (p: { payoutId: string; amountFen: Fen; at: Date }): Posting => ({
  key: `${p.payoutId}:confirmed`,
  event: 'payout_confirmed',
  orderId: null,
  effectiveAt: p.at,
  transfers: [{ debit: `2130:${p.payoutId}`, credit: '1020', amountFen: p.amountFen }],
})

/** In transit → payable again, the tax with it: a new attempt, or the next settlement, withholds anew. */
export const payoutRejected = ({ payoutId, from, amountFen, taxFen, at }: PayoutFacts): Posting => ({
  key: `${payoutId}:rejected`,
  event: 'payout_rejected',
  orderId: null,
  effectiveAt: at,
  transfers: moving([
    { debit: '2820', credit: from, amountFen: taxFen },
    { debit: `2130:${payoutId}`, credit: from, amountFen },
  ]),
})

type FromFarm = { recoveryId: string; farmId: string; amountFen: Fen; at: Date }

/** Money a farm owed has come back, by its own transfer or by taking one back. */
export const debtRecovered = (p: FromFarm): Posting => ({
  key: `${p.recoveryId}:recovered`,
  event: 'recovery',
  orderId: null,
  effectiveAt: p.at,
  transfers: [{ debit: '1020', credit: `2120:${p.farmId}`, amountFen: p.amountFen }],
})

/** The alliance bears what a farm will not pay. */
export const debtWrittenOff = (p: FromFarm): Posting => ({
  key: `${p.recoveryId}:written-off`,
  event: 'write_off',
  orderId: null,
  effectiveAt: p.at,
  transfers: [{ debit: '5060', credit: `2120:${p.farmId}`, amountFen: p.amountFen }],
})

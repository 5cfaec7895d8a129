import type { Fen } from '#app/domain/money/fen.ts'
import { moving, type Posting } from './posting.ts'

/** The state's half of the risk reserve (S1) has come: bank ← match due. `key` is the receipt's, e.g. '2026H1'. */
export const matchReceived = (p: { key: string; amountFen: Fen; at: Date }): Posting => ({
  key: `gov:${p.key}`,
  event: 'match_received',
  orderId: null,
  effectiveAt: p.at,
  transfers: [{ debit: '1030', credit: '1110', amountFen: p.amountFen }],
})

/** The reserve bears a farm's damage: reserve → what the farm is owed. */
export const claimPaid = (p: { claimId: string; farmId: string; amountFen: Fen; at: Date }): Posting => ({
  key: `claim:${p.claimId}`,
  event: 'reserve_claim',
  orderId: null,
  effectiveAt: p.at,
  transfers: [{ debit: '2610', credit: `2120:${p.farmId}`, amountFen: p.amountFen }],
})

/** Somebody outside pays for the public mark (S2): the money waits in the brand fund for the members it belongs to. */
export const licenceFeeReceived = (p: { key: string; amountFen: Fen; at: Date }): Posting => ({
  key: `licence:${p.key}`,
  event: 'brand_licence',
  orderId: null,
  effectiveAt: p.at,
  transfers: [{ debit: '1030', credit: '2410', amountFen: p.amountFen }],
})

type Shares = { id: string; shares: readonly { farmId: string; amountFen: Fen }[]; at: Date }

const given = (debit: '5070' | '3010' | '2410', { shares }: Shares) =>
  moving(shares.map(({ farmId, amountFen }) => ({ debit, credit: `2120:${farmId}` as const, amountFen })))

/** Surplus returned to those whose sales made it: an expense of the year, payable to the farms. */
export const secondRebate = (p: Shares): Posting => ({
  key: `rebate:${p.id}`,
  event: 'second_rebate',
  orderId: null,
  effectiveAt: p.at,
  transfers: given('5070', p),
})

/** Surplus paid to the holders of shares. No cost of the year's sales, so it leaves equity: the owners' own. */
export const dividendPaid = (p: Shares): Posting => ({
  key: `dividend:${p.id}`,
  event: 'dividend',
  orderId: null,
  effectiveAt: p.at,
  transfers: given('3010', p),
})

/** What the brand fund took in goes to the member co-ops (S2). */
export const brandFundShared = (p: Shares): Posting => ({
  key: `brand:${p.id}`,
  event: 'brand_licence',
  orderId: null,
  effectiveAt: p.at,
  transfers: given('2410', p),
})

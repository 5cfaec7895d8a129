import type { FarmAccount } from '#app/domain/ledger/farm-statement.ts'
import { statementPage } from '#app/domain/ledger/party-statement.ts'
import { explainPayout, type PayoutStep } from '#app/domain/settlement/explain-payout.ts'
import type { Party } from '#app/domain/settlement/party.ts'
import { maskedNumber } from '#app/domain/settlement/payout-account.ts'
import { type Earning, tellEarnings } from '#app/services/leader/read-earnings.server.ts'
import { type ToldLine, tellLines } from '#app/services/ledger/read-statement.server.ts'
import type { Reader } from '#db/connection.ts'
import { findPartyPayouts, findPartySettlement } from '#db/queries/settlement/party-settlements.server.ts'
import { findMoves } from '#db/queries/settlement/party-statement.server.ts'
import { findSalesDivided, type Window } from '#db/queries/settlement/settlement-books.server.ts'
import { windowOf } from './reckon-settlement.server.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>
type Question = { party: Party; settlementId: string }

/**
 * One party's settlement on one screen: how gross became the amount on the account, and where that went, the number masked.
 * @returns null when it is not approved, or nothing of theirs
 */
export async function readPartySettlement(reader: Db, { party, settlementId }: Question) {
  const settlement = await findPartySettlement(reader, { party, settlementId })
  if (!settlement) return null
  const window = await windowOf(reader, settlement)
  const acceptances = party.type === 'farm' ? await findSalesDivided(reader, { farmId: party.id, ...window }) : []
  const steps: PayoutStep[] = explainPayout(settlement.line, acceptances)
  const payouts = await findPartyPayouts(reader, { party, settlementIds: [settlementId] })
  return {
    ...settlement,
    window,
    steps,
    payouts: payouts.map(({ settlementId: _, number, ...payout }) => ({ ...payout, number: maskedNumber(number) })),
  }
}

/** How settlements and payouts show on the account itself. */
const ownEvents = ['settlement', 'payout', 'payout_rejected', 'payout_confirmed']

/** What a farm's settlement was reckoned from, an account at a time, newest first; `more` when there is more than `limit`. */
export async function readFarmLines(
  reader: Db,
  {
    farmId,
    account,
    window,
    limit,
  }: { farmId: string; account: Extract<FarmAccount, 'sales' | 'commission'>; window: Window; limit: number },
): Promise<{ lines: ToldLine[]; more: boolean }> {
  const accountId = account === 'sales' ? `2110:${farmId}` : `2210:${farmId}`
  const { lines, more } = await linesWithin(reader, { accountId, window, limit })
  return { lines: await tellLines(reader, { farmId, account, lines }), more }
}

export async function readLeaderLines(
  reader: Db,
  { leaderId, window, limit }: { leaderId: string; window: Window; limit: number },
): Promise<{ lines: Earning[]; more: boolean }> {
  const { lines, more } = await linesWithin(reader, { accountId: `2310:${leaderId}`, window, limit })
  return { lines: await tellEarnings(reader, { leaderId, lines }), more }
}

async function linesWithin(reader: Db, { accountId, window, limit }: { accountId: string; window: Window; limit: number }) {
  const moves = await findMoves(reader, { accountId, before: null, during: window, limit: limit + 1 })
  const { lines, nextBefore } = statementPage(moves, limit)
  return { lines: lines.filter(({ event }) => !ownEvents.includes(event)), more: nextBefore !== null }
}

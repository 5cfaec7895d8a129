import { shanghaiInstant } from '#app/domain/business-day.ts'
import type { FarmSettled } from '#app/domain/ledger/post-settlement-events.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
import { type Party, payableAccount, pendingAccounts, shareAccounts } from '#app/domain/settlement/party.ts'
import { type PartyBooks, reckonParty, type SettledLine, saysSomething } from '#app/domain/settlement/reckon-party.ts'
import type { Reader } from '#db/connection.ts'
import { findHeldShares } from '#db/queries/payments/disputes.server.ts'
import { findOwed } from '#db/queries/settlement/party-statement.server.ts'
import * as books from '#db/queries/settlement/settlement-books.server.ts'
import { findPreviousUntil } from '#db/queries/settlement/settlements.server.ts'

type Db = Pick<Reader, 'select' | 'selectDistinct'>

export type Reckoned = { lines: SettledLine[]; farms: FarmSettled[] }

/**
 * What the books say of every party for a period: what was posted since the settlement before and until the period's end is
 * told line by line, and whatever else was posted before the end and is not settled yet is settled with it.
 */
export async function reckonSettlement(db: Db, { period, untilOn }: { period: string; untilOn: string }): Promise<Reckoned> {
  const window = await windowOf(db, { period, untilOn })
  const parties = await books.findSettledParties(db)
  const held = await findHeldShares(db, { partyAccountIds: parties.flatMap(shareAccounts) })
  const told: PartyBooks[] = []
  for (const party of parties) {
    const disputedFen = sumFen(shareAccounts(party).map((id) => held.get(id) ?? fen(0)))
    told.push({ party, disputedFen, ...(await readParty(db, party, window)) })
  }
  return {
    lines: told.map(reckonParty).filter(saysSomething),
    farms: told.flatMap(({ party, unsettled }) => (party.type === 'farm' ? [{ farmId: party.id, ...unsettled }] : [])),
  }
}

/** From the end of the settlement before (or the beginning of the books) to the end of the period. */
export async function windowOf(db: Pick<Reader, 'select'>, { period, untilOn }: { period: string; untilOn: string }) {
  const previousOn = await findPreviousUntil(db, period)
  return { from: previousOn === null ? new Date(0) : shanghaiInstant(previousOn), until: shanghaiInstant(untilOn) }
}

async function readParty(db: Db, party: Party, window: books.Window): Promise<Omit<PartyBooks, 'party' | 'disputedFen'>> {
  const accountIds = pendingAccounts(party)
  const moves = []
  for (const accountId of accountIds) moves.push(...(await books.findOwnMoves(db, { accountId, ...window })))
  const orders = await books.countEarningOrders(db, { accountIds, ...window })
  if (party.type === 'leader') return { moves, orders, acceptances: [], ...(await readLeader(db, party, moves, window.until)) }
  const acceptances = await books.findSalesDivided(db, { farmId: party.id, ...window })
  const [salesFen = fen(0), commissionFen = fen(0)] = await Promise.all(accountIds.map((id) => unsettledOn(db, id, window.until)))
  const [broughtForwardFen = fen(0)] = await findOwed(db, [payableAccount(party)])
  return { moves, orders, acceptances, unsettled: { salesFen, commissionFen }, broughtForwardFen }
}

/** What is owed now less what was posted since the period's end. */
async function unsettledOn(db: Db, accountId: string, until: Date): Promise<Fen> {
  const [owedFen = fen(0)] = await findOwed(db, [accountId])
  const { debits, credits } = await books.sumLaterMoves(db, { accountId, since: until })
  return fen(owedFen - credits + debits)
}

/** A leader is paid from the account they earn on: what they earned later stays, what was taken back later counts now. */
async function readLeader(db: Db, party: Party, moves: PartyBooks['moves'], until: Date) {
  const accountId = payableAccount(party)
  const [owedFen = fen(0)] = await findOwed(db, [accountId])
  const { credits } = await books.sumLaterMoves(db, { accountId, since: until })
  const netFen = sumFen(moves.map(({ signedFen }) => signedFen))
  return { unsettled: { salesFen: fen(0), commissionFen: netFen }, broughtForwardFen: fen(owedFen - credits - netFen) }
}

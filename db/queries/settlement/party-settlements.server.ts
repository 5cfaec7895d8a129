import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Party } from '#app/domain/settlement/party.ts'
import type { SettledLine } from '#app/domain/settlement/reckon-party.ts'
import type { Reader } from '#db/connection.ts'
import { payoutAccounts, payouts, settlementLines, settlements } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** What is approved stands; what is being prepared is the office's. */
const stands = inArray(settlements.status, ['approved', 'paid'])
const ofParty = ({ type, id }: Party) => and(eq(settlementLines.partyType, type), eq(settlementLines.partyId, id))

/** A party's approved settlements, the newest first. */
export const findPartySettlements = (db: Db, { party, limit }: { party: Party; limit: number }) =>
  db
    .select({
      id: settlements.id,
      period: settlements.period,
      fromOn: settlements.fromOn,
      untilOn: settlements.untilOn,
      netFen: settlementLines.netFen,
      payoutFen: settlementLines.payoutFen,
      orders: settlementLines.orders,
    })
    .from(settlementLines)
    .innerJoin(settlements, and(eq(settlements.id, settlementLines.settlementId), stands))
    .where(ofParty(party))
    .orderBy(desc(settlements.period))
    .limit(limit)

/** One of a party's approved settlements; null when there is none, or nothing of theirs in it. */
export async function findPartySettlement(db: Db, { party, settlementId }: { party: Party; settlementId: string }) {
  const [row] = await db
    .select({ settlement: settlements, line: settlementLines })
    .from(settlementLines)
    .innerJoin(settlements, and(eq(settlements.id, settlementLines.settlementId), stands))
    .where(and(eq(settlementLines.settlementId, settlementId), ofParty(party)))
  if (!row) return null
  const { settlementId: _, partyType, partyId, ...line } = row.line
  const { id, period, fromOn, untilOn, approvedAt } = row.settlement
  return { id, period, fromOn, untilOn, approvedAt, line: { party, ...line } satisfies SettledLine }
}

/** A party's attempts to be paid by these settlements, the latest of each last, with where each went. */
export const findPartyPayouts = (db: Db, { party, settlementIds }: { party: Party; settlementIds: readonly string[] }) =>
  db
    .select({
      settlementId: payouts.settlementId,
      status: payouts.status,
      attempt: payouts.attempt,
      amountFen: payouts.amountFen,
      madeAt: payouts.madeAt,
      settledAt: payouts.settledAt,
      failure: payouts.failure,
      holder: payoutAccounts.holder,
      bank: payoutAccounts.bank,
      number: payoutAccounts.number,
    })
    .from(payouts)
    .innerJoin(payoutAccounts, eq(payoutAccounts.id, payouts.accountId))
    .where(
      and(
        inArray(payouts.settlementId, settlementIds.length === 0 ? ['—'] : [...settlementIds]),
        eq(payouts.partyType, party.type),
        eq(payouts.partyId, party.id),
      ),
    )
    .orderBy(payouts.settlementId, payouts.attempt)

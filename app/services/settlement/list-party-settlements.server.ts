import { addDays } from '#app/domain/business-day.ts'
import type { Party } from '#app/domain/settlement/party.ts'
import type { Reader } from '#db/connection.ts'
import { findPartyPayouts, findPartySettlements } from '#db/queries/settlement/party-settlements.server.ts'

const most = 104

/** A party's approved settlements, newest first, each with its last day and how its latest payout stands. */
export async function listPartySettlements(reader: Pick<Reader, 'select'>, party: Party) {
  const settled = await findPartySettlements(reader, { party, limit: most })
  const payouts = await findPartyPayouts(reader, { party, settlementIds: settled.map(({ id }) => id) })
  const latest = new Map(payouts.map((payout) => [payout.settlementId, payout.status]))
  return settled.map(({ untilOn, ...row }) => ({ ...row, lastOn: addDays(untilOn, -1), payout: latest.get(row.id) ?? null }))
}

import { sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { dropOrders, drops, orders, postings, transfers, waveCosts, waveFarmShares } from '#db/schema/index.ts'
import type { Difference } from '../ledger/checks.server.ts'

type Db = Pick<Reader, 'select'>

const differencesAtMost = 20
const number = (figure: ReturnType<typeof sql>) => sql<number>`${figure}`.mapWith(Number)
const listed = async (query: PromiseLike<Difference[]>): Promise<Difference[]> => await query

const costFen = sql`(${waveCosts.firstMileFen} + ${waveCosts.lastMileFen})`
const ofFarms = (column: typeof waveFarmShares.costFen) =>
  sql`coalesce((select sum(${column}) from ${waveFarmShares} where ${waveFarmShares.waveId} = ${waveCosts.waveId}), 0)`
const uncoveredFen = sql`(${costFen} + ${waveCosts.leadersFen} - ${waveCosts.feesFen})`
const freightDue = sql`(case when ${uncoveredFen} > 0 then ${uncoveredFen} else 0 end)`
const hasFarms = sql`exists (select 1 from ${waveFarmShares} where ${waveFarmShares.waveId} = ${waveCosts.waveId} and ${waveFarmShares.costFen} > 0)`
const ofOrders = (column: typeof dropOrders.paidFen) =>
  sql`coalesce((select sum(${column}) from ${dropOrders} inner join ${drops} on ${drops.id} = ${dropOrders.dropId} where ${drops.waveId} = ${waveCosts.waveId}), 0)`
const moved = (side: typeof transfers.debit, code: string) =>
  sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} where ${transfers.postingKey} = ${waveCosts.waveId} || ':reckoned' and substr(${side}, 1, 4) = ${code}), 0)`

const waveDifferences = (
  db: Db,
  kept: ReturnType<typeof sql>,
  reckoned: ReturnType<typeof sql>,
  which = sql`${waveCosts.waveId} is not null`,
) =>
  listed(
    db
      .select({ subject: waveCosts.waveId, kept: number(kept), reckoned: number(reckoned) })
      .from(waveCosts)
      .where(sql`${which} and ${kept} <> ${reckoned}`)
      .limit(differencesAtMost),
  )

/** Reckoned waves whose farms' shares, or whose orders' fees and leaders' parts, do not add up to the wave's. */
export const findWrongWaveShares = async (db: Db): Promise<Difference[]> => [
  ...(await waveDifferences(db, costFen, ofFarms(waveFarmShares.costFen), hasFarms)),
  ...(await waveDifferences(db, freightDue, ofFarms(waveFarmShares.freightFen), hasFarms)),
  ...(await waveDifferences(db, sql`${waveCosts.feesFen}`, ofOrders(dropOrders.feeFen))),
  ...(await waveDifferences(db, sql`${waveCosts.leadersFen}`, ofOrders(dropOrders.leaderFen))),
]

const paidInBooks = sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} where ${transfers.postingKey} = ${waveFarmShares.waveId} || ':reckoned' and ${transfers.debit} = '2110:' || ${waveFarmShares.farmId}), 0)`

/** Farms whose freight for a wave stands in the books at another amount than its share says. */
export const findWrongFreights = (db: Db): Promise<Difference[]> =>
  listed(
    db
      .select({
        subject: sql<string>`${waveFarmShares.waveId} || ' ' || ${waveFarmShares.farmId}`,
        kept: number(sql`${waveFarmShares.freightFen}`),
        reckoned: number(paidInBooks),
      })
      .from(waveFarmShares)
      .where(sql`${waveFarmShares.freightFen} <> ${paidInBooks}`)
      .limit(differencesAtMost),
  )

const paidOnAcceptance = sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} inner join ${postings} on ${postings.key} = ${transfers.postingKey} where ${postings.orderId} = ${orders.id} and ${postings.event} = 'delivery' and substr(${transfers.credit}, 1, 4) = '2520'), 0)`
const notedAsPaid = sql`coalesce((select sum(${dropOrders.paidFen}) from ${dropOrders} where ${dropOrders.orderId} = ${orders.id}), 0)`

/** Carriers: what an order's acceptance and a wave's reckoning have paid them, beside what the drops and the wave say. */
export const findWrongCarriers = async (db: Db): Promise<Difference[]> => [
  ...(await listed(
    db
      .select({ subject: orders.id, kept: number(notedAsPaid), reckoned: number(paidOnAcceptance) })
      .from(orders)
      .where(sql`${notedAsPaid} <> ${paidOnAcceptance}`)
      .limit(differencesAtMost),
  )),
  ...(await waveDifferences(
    db,
    sql`(${costFen} - ${ofOrders(dropOrders.paidFen)})`,
    sql`(${moved(transfers.credit, '2520')} - ${moved(transfers.debit, '2520')})`,
  )),
]

const poolMoves = (side: typeof transfers.debit) =>
  sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} where ${side} = '2510'), 0)`
const byEvent = (side: typeof transfers.debit, event: string, other: typeof transfers.debit, code: string) =>
  sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} inner join ${postings} on ${postings.key} = ${transfers.postingKey} where ${side} = '2510' and ${postings.event} = ${event} and substr(${other}, 1, 4) = ${code}), 0)`

/**
 * The delivery pool: what it holds is fees and freight that came in, less carriers, leaders and refunded fees that went out; no
 * other event touches it.
 */
export async function findWrongPool(db: Db): Promise<Difference[]> {
  const held = sql`(${poolMoves(transfers.credit)} - ${poolMoves(transfers.debit)})`
  const fees = byEvent(transfers.credit, 'delivery', transfers.debit, '2010')
  const leaders = byEvent(transfers.debit, 'delivery', transfers.credit, '2310')
  const refunded = sql`coalesce((select sum(${transfers.amountFen}) from ${transfers} where ${transfers.debit} = '2510' and substr(${transfers.credit}, 1, 4) in ('2030', '2010', '1130')), 0)`
  const carriers = sql`(${byEvent(transfers.debit, 'delivery', transfers.credit, '2520')} + ${byEvent(transfers.debit, 'wave_reckoned', transfers.credit, '2520')} - ${byEvent(transfers.credit, 'wave_reckoned', transfers.debit, '2520')})`
  const freight = sql`coalesce((select sum(${waveFarmShares.freightFen}) from ${waveFarmShares}), 0)`
  const explained = sql`(${fees} + ${freight} - ${leaders} - ${refunded} - ${carriers})`
  const [row] = await db.select({ kept: number(held), reckoned: number(explained) }).from(sql`(select 1) as one`)
  return row && row.kept !== row.reckoned ? [{ subject: '2510', ...row }] : []
}

import { type AccountMove, type StatementLine, statementPage } from '#app/domain/ledger/party-statement.ts'
import type { Reader } from '#db/connection.ts'
import { type EarnedLine, earningsAccount, findEarnedLines, findPostedOrders } from '#db/queries/leader/statement.server.ts'
import { findMoves } from '#db/queries/settlement/party-statement.server.ts'

/** A line as the leader reads it: what was sold, and which of their own orders it was part of. */
export type Earning = StatementLine & { sold: EarnedLine | null; order: { orderId: string; number: string } | null }

type Question = { leaderId: string; before: AccountMove['id'] | null; limit: number }

/** One page of what moved a leader's account, newest first. */
export async function readEarnings(
  reader: Pick<Reader, 'select'>,
  { leaderId, before, limit }: Question,
): Promise<{ lines: Earning[]; nextBefore: string | null }> {
  const moves = await findMoves(reader, { accountId: earningsAccount(leaderId), before, during: null, limit: limit + 1 })
  const { lines, nextBefore } = statementPage(moves, limit)
  return { lines: await tellEarnings(reader, { leaderId, lines }), nextBefore }
}

/** What was sold in the lines of a leader's account, and in which of their own orders. */
export async function tellEarnings(
  reader: Pick<Reader, 'select'>,
  { leaderId, lines }: { leaderId: string; lines: readonly StatementLine[] },
): Promise<Earning[]> {
  const [sold, ordered] = await Promise.all([
    findEarnedLines(
      reader,
      lines.flatMap(({ lineId }) => lineId ?? []),
    ),
    findPostedOrders(reader, { leaderId, postingKeys: lines.map(({ postingKey }) => postingKey) }),
  ])
  const soldBy = new Map(sold.map((line) => [line.lineId, line]))
  const orderOf = new Map(ordered.map(({ postingKey, orderId, number }) => [postingKey, { orderId, number }]))
  return lines.map((line) => ({
    ...line,
    sold: soldBy.get(line.lineId ?? '') ?? null,
    order: orderOf.get(line.postingKey) ?? null,
  }))
}

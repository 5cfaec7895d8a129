import { groupBy } from '#app/domain/group-by.ts'
import { type Breakdown, breakdownOf, type FarmAccount, farmAccountId } from '#app/domain/ledger/farm-statement.ts'
import { monthSpan } from '#app/domain/ledger/month-span.ts'
import { type StatementLine, statementPage } from '#app/domain/ledger/party-statement.ts'
import { reckonedWaveOf } from '#app/domain/ledger/post-wave-events.ts'
import type { Reader } from '#db/connection.ts'
import { findAcceptances, findSoldLines, type SoldLine } from '#db/queries/farm/statement.server.ts'
import { findMoves } from '#db/queries/settlement/party-statement.server.ts'

export type StatementQuestion = {
  farmId: string
  account: FarmAccount
  /** YYYY-MM, Asia/Shanghai; null for all */
  month: string | null
  before: string | null
  limit: number
}

/** A line as the farm reads it: what was sold, where it can be told, and how gross became net, where it was a sale of its own. */
export type ToldLine = StatementLine & {
  sold: SoldLine | null
  breakdown: Breakdown | null
  /** the wave whose freight it is */
  reckonedWaveId: string | null
}

/** One page of one of a farm's accounts, newest first. */
export async function readStatement(
  reader: Pick<Reader, 'select'>,
  { farmId, account, month, before, limit }: StatementQuestion,
): Promise<{ lines: ToldLine[]; nextBefore: string | null }> {
  const accountId = farmAccountId(account, farmId)
  const during = month === null ? null : monthSpan(month)
  const moves = await findMoves(reader, { accountId, before, during, limit: limit + 1 })
  const { lines, nextBefore } = statementPage(moves, limit)
  return { lines: await tellLines(reader, { farmId, account, lines }), nextBefore }
}

/** What was sold in the lines of one of a farm's accounts, and how its price was divided. */
export async function tellLines(
  reader: Pick<Reader, 'select'>,
  { farmId, account, lines }: { farmId: string; account: FarmAccount; lines: readonly StatementLine[] },
): Promise<ToldLine[]> {
  const [sold, acceptances] = await Promise.all([
    findSoldLines(reader, { farmId, lineIds: lines.flatMap(({ lineId }) => lineId ?? []) }),
    account === 'sales'
      ? findAcceptances(
          reader,
          lines.filter(({ event }) => event === 'line_accepted').map(({ postingKey }) => postingKey),
        )
      : [],
  ])
  const soldBy = new Map(sold.map((line) => [line.lineId, line]))
  const movesOf = groupBy(acceptances, ({ postingKey }) => postingKey)
  return lines.map((line) => {
    const accepted = movesOf.get(line.postingKey)
    const breakdown = accepted ? breakdownOf(accepted) : null
    return { ...line, sold: soldBy.get(line.lineId ?? '') ?? null, breakdown, reckonedWaveId: reckonedWaveOf(line) }
  })
}

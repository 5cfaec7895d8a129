import { type Fen, fen } from '#app/domain/money/fen.ts'

/** A transfer as one account sees it: positive when it is owed more. */
export type AccountMove = { id: string; postingKey: string; event: string; lineId: string | null; at: Date; signedFen: Fen }

/** What one business event did to one account, a line of the statement. */
export type StatementLine = Omit<AccountMove, 'signedFen'> & { netFen: Fen }

/**
 * Newest moves first become lines: what one posting did for one order line is one line. A page never ends in the middle of
 * a posting where a whole one fits: `moves` holds one more than the page takes, so the last may be cut.
 * @param moves at most `limit` + 1, newest first
 * @returns the lines and the id after which the next page goes on, null when there is none
 */
export function statementPage(moves: readonly AccountMove[], limit: number): { lines: StatementLine[]; nextBefore: string | null } {
  const whole = moves.length > limit ? wholePostings(moves, limit) : moves
  const lines = new Map<string, StatementLine>()
  for (const { signedFen, ...move } of whole) {
    const key = `${move.postingKey} ${move.lineId}`
    const line = lines.get(key)
    if (line) line.netFen = fen(line.netFen + signedFen)
    else lines.set(key, { ...move, netFen: signedFen })
  }
  return { lines: [...lines.values()], nextBefore: moves.length > limit ? (whole.at(-1)?.id ?? null) : null }
}

function wholePostings(moves: readonly AccountMove[], limit: number): readonly AccountMove[] {
  const cut = moves[limit]?.postingKey
  let end = limit
  while (end > 0 && moves[end - 1]?.postingKey === cut) end -= 1
  return moves.slice(0, end === 0 ? limit : end)
}

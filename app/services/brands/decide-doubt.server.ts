import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findDoubt, setOriginDoubt, takeDoubtedOff } from '#db/queries/brands/origins.server.ts'

type DecideDoubt = {
  productId: string
  /** the word the office looked at */
  word: string
  verdict: 'let' | 'off'
  /** what the office found, for the record */
  note: string
  userId: string
  now: Date
}

/** `changed_meanwhile`: the listing says something else by now, or nothing doubtful any more. */
export type DoubtRefusal = { code: 'changed_meanwhile' }

/** The office lets a doubted word stand, which is then not asked about again, or takes the product off the shelf until its words are mended. */
export function decideDoubt(
  { transact }: Pick<Database, 'transact'>,
  { productId, word, verdict, note, userId, now }: DecideDoubt,
): Promise<Result<null, DoubtRefusal>> {
  return transact(async (tx) => {
    if ((await findDoubt(tx, productId)) !== word) return refuse({ code: 'changed_meanwhile' })
    if (verdict === 'off') {
      if (!(await takeDoubtedOff(tx, { productId, word, now }))) return refuse({ code: 'changed_meanwhile' })
    } else await setOriginDoubt(tx, { productId, word: null })
    const action = verdict === 'let' ? 'origin_doubt_cleared' : 'origin_doubt_taken_off'
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action, subject: productId, detail: { word, note }, at: now })
    return accept(null)
  })
}

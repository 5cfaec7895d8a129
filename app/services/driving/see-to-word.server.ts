import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findRefusedWords, wordSeen } from '#db/queries/delivery/refused-words.server.ts'

export type SeeToWord = { eventId: string; waveId: string; officeUserId: string; now: Date }

/** The office has put right what a driver noted and did not count. The word itself stays as it was told; saying so twice is said once. */
export function seeToWord(
  { transact }: Pick<Database, 'transact'>,
  { eventId, waveId, officeUserId, now }: SeeToWord,
): Promise<Result<null, { code: 'unknown_word' }>> {
  return transact(async (tx) => {
    const word = (await findRefusedWords(tx, { waveId })).find(({ id }) => id === eventId)
    if (!word) return refuse({ code: 'unknown_word' })
    if (word.isSeen) return accept(null)
    const detail = { waveId, kind: word.kind, refusal: word.refusal }
    await insertAuditEntry(tx, { actorId: officeUserId, actsFor: 'alliance', action: wordSeen, subject: eventId, detail, at: now })
    return accept(null)
  })
}

import { createHash } from 'node:crypto'
import { invariant } from '#app/domain/invariant.ts'
import { sumFen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { BatchRail, PayoutOrder } from '#app/integrations/payout/payout-rail.ts'
import type { Database, Reader } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import type { PayoutAccount } from '#db/queries/settlement/payout-accounts.server.ts'
import { filePayouts, findBatch, findFiled, findUnfiled, insertBatch, type Payout } from '#db/queries/settlement/payouts.server.ts'

const orderOf = ({ payout, account }: { payout: Payout; account: PayoutAccount }): PayoutOrder => ({
  payoutId: payout.id,
  holder: account.holder,
  bank: account.bank,
  number: account.number,
  amountFen: payout.amountFen,
})

const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

/** Puts every payout of a settlement that waits for the bank into one file, once; its hash is kept. */
export function fileBankBatch(
  { transact }: Pick<Database, 'transact'>,
  rail: BatchRail,
  { settlementId, userId, now }: { settlementId: string; userId: string; now: Date },
): Promise<Result<{ batchId: string }, { code: 'nothing_to_file' }>> {
  return transact(async (tx) => {
    const waiting = await findUnfiled(tx, settlementId)
    if (waiting.length === 0) return refuse({ code: 'nothing_to_file' })
    const id = newId('batch')
    const bytes = await rail.write(waiting.map(orderOf), 'csv')
    await insertBatch(tx, {
      id,
      settlementId,
      fileHash: hashOf(bytes),
      payouts: waiting.length,
      totalFen: sumFen(waiting.map(({ payout }) => payout.amountFen)),
      createdBy: userId,
      createdAt: now,
      answeredBy: null,
      answeredAt: null,
    })
    const filed = await filePayouts(tx, { ids: waiting.map(({ payout }) => payout.id), batchId: id })
    if (filed < waiting.length) return refuse({ code: 'nothing_to_file' })
    const detail = { payouts: filed }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'payout_file_made', subject: id, detail, at: now })
    return accept({ batchId: id })
  })
}

/**
 * The file as it was made, whenever it is asked for.
 * @returns null when there is no such batch
 * @throws {InvariantError} when what would be written now is not what was hashed then
 */
export async function writeBankBatch(
  reader: Pick<Reader, 'select'>,
  rail: BatchRail,
  { batchId, type }: { batchId: string; type: 'csv' | 'xlsx' },
): Promise<{ filename: string; bytes: Buffer } | null> {
  const batch = await findBatch(reader, batchId)
  if (!batch) return null
  const orders = (await findFiled(reader, batchId)).map(orderOf)
  const csv = await rail.write(orders, 'csv')
  invariant(hashOf(csv) === batch.fileHash, `the file of ${batchId} is not what it was`)
  return { filename: `${batchId}.${type}`, bytes: type === 'csv' ? csv : await rail.write(orders, type) }
}

import { eq, sql } from 'drizzle-orm'
import { describeAccount } from '#app/domain/ledger/accounts.ts'
import type { Posting } from '#app/domain/ledger/posting.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { Tx } from '#db/client.server.ts'
import { newIdAt } from '#db/new-id.server.ts'
import { insertRows, prepared } from '#db/prepared.ts'
import { accounts, postings, transfers } from '#db/schema/index.ts'

type Header = typeof postings.$inferInsert & Record<string, unknown>

/** @returns false when an event of this key is already in the books */
export async function claimPosting(tx: Tx, header: Header): Promise<boolean> {
  const inserted = (await insertHeader(tx, header)) as unknown[]
  return inserted.length === 1
}
const insertHeader = prepared<Tx, Header, unknown>('ledger_header', (tx) =>
  tx
    .insert(postings)
    .values({
      key: sql.placeholder('key'),
      bodyHash: sql.placeholder('bodyHash'),
      event: sql.placeholder('event'),
      orderId: sql.placeholder('orderId'),
      period: sql.placeholder('period'),
      reverses: sql.placeholder('reverses'),
      effectiveAt: sql.placeholder('effectiveAt'),
      postedAt: sql.placeholder('postedAt'),
    } as never)
    .onConflictDoNothing({ target: postings.key })
    .returning({ key: postings.key }),
)

export const findBodyHash = async (tx: Tx, key: string) =>
  (await tx.select({ bodyHash: postings.bodyHash }).from(postings).where(eq(postings.key, key)))[0]?.bodyHash

const openAccount = prepared<Tx, Record<string, unknown>, unknown>('ledger_account', (tx) =>
  tx
    .insert(accounts)
    .values({
      id: sql.placeholder('id'),
      code: sql.placeholder('code'),
      party: sql.placeholder('party'),
      balanceFen: fen(0),
      side: sql.placeholder('side'),
    } as never)
    .onConflictDoNothing(),
)

/** Opens what parties' accounts the posting needs and appends its transfers; triggers move the kept balances. */
export async function appendTransfers(tx: Tx, posting: Posting, postedAt: Date) {
  const named = new Set(posting.transfers.flatMap((transfer) => [transfer.debit, transfer.credit]))
  for (const id of [...named].sort()) {
    const { kept, ...account } = describeAccount(id)
    if (kept) await openAccount(tx, account)
  }
  const rows = posting.transfers.map((transfer, position) => ({
    id: newIdAt('tr', postedAt),
    postingKey: posting.key,
    position,
    debit: transfer.debit,
    credit: transfer.credit,
    amountFen: transfer.amountFen,
    lineId: transfer.lineId ?? null,
    postedAt,
  }))
  await insertRows(tx, transfers, rows)
}

import type { AccountId } from '#app/domain/ledger/accounts.ts'
import type { PostingEvent } from '#app/domain/ledger/posting.ts'
import { fen } from '#app/domain/money/fen.ts'
import { post } from '#app/services/ledger/post.server.ts'
import { enterPayoutAccount } from '#app/services/settlement/enter-payout-account.server.ts'
import type { Database } from '#db/client.server.ts'
import * as schema from '#db/schema/index.ts'
import { exampleMoves } from '#tests/ledger/example-postings.ts'
import { openFresh } from './fresh-database.ts'
import { plainFarm } from './product-sheets.ts'

/** A Wednesday of 2026-W46, and the Monday after: ids carry the time they are made at, so the week is one that is over. */
export const duringWeek = new Date('2026-11-11T04:00:00Z')
export const monday = new Date('2026-11-16T02:00:00Z')
export const week = '2026-W46'

export type Move = readonly [debit: AccountId, credit: AccountId, amountFen: number]

export const enter = (
  { transact }: Database,
  key: string,
  moves: readonly Move[],
  { event = 'line_accepted', at = duringWeek, orderId = null }: { event?: PostingEvent; at?: Date; orderId?: string | null } = {},
) =>
  transact((tx) =>
    post(
      tx,
      {
        key,
        event,
        orderId,
        effectiveAt: at,
        transfers: moves.map(([debit, credit, amountFen]) => ({ debit, credit, amountFen: fen(amountFen) })),
      },
      at,
    ),
  )

const upToSettlement: readonly (readonly [key: string, event: PostingEvent])[] = [
  ['capital', 'capital'],
  ['O1:payment:succeeded', 'payment_succeeded'],
  ['O1:payment:fee', 'processor_fee'],
  ['O1:payment:available', 'funds_available'],
  ['re_1:refund', 'short_pick'],
  ['re_1:succeeded', 'refund_succeeded'],
  ['O1:A:accepted', 'line_accepted'],
  ['O1:B:accepted', 'line_accepted'],
  ['O1:C:accepted', 'line_accepted'],
  ['O1:delivery', 'delivery'],
]

/**
 * money.md's worked example up to its settlement: order O1 of farms A, B and C, gathered by leader L1, customer of C. Funds are
 * available, the three farms and the leader can be paid by the bank; the office has `ana` and `ben`.
 */
export async function openSettlement() {
  const db = await openFresh()
  await db.transact((tx) => tx.insert(schema.farms).values(['A', 'B', 'C'].map((id) => ({ ...plainFarm(id), code: id }))))
  for (const [key, event] of upToSettlement) await enter(db, key, exampleMoves(key), { event })
  for (const id of ['A', 'B', 'C']) await bankAccount(db, { type: 'farm', id })
  await bankAccount(db, { type: 'leader', id: 'L1' })
  return db
}

export const bankAccount = (db: Database, party: { type: 'farm' | 'leader'; id: string }) =>
  enterPayoutAccount(db, {
    party,
    entry: { rail: 'bank', holder: `${party.id} 户名`, bank: '测试银行', number: `62000000000${party.id.length}0001` },
    userId: `user_${party.id}`,
    now: duringWeek,
  })

export const connectedAccount = (db: Database, farmId: string) =>
  enterPayoutAccount(db, {
    party: { type: 'farm', id: farmId },
    entry: { rail: 'stripe', holder: farmId, bank: '', number: `acct_${farmId}00` },
    userId: `user_${farmId}`,
    now: monday,
  })

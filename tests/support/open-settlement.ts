import type { AccountId } from '#app/domain/ledger/accounts.ts'
import type { PostingEvent } from '#app/domain/ledger/posting.ts'
import { fen } from '#app/domain/money/fen.ts'
import { post } from '#app/services/ledger/post.server.ts'
import { enterPayoutAccount } from '#app/services/settlement/enter-payout-account.server.ts'
import type { Database } from '#db/client.server.ts'
import * as schema from '#db/schema/index.ts'
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

/**
 * money.md's worked example up to its settlement: order O1 of farms A, B and C, gathered by leader L1, customer of C. Funds are
 * available, the three farms and the leader can be paid by the bank; the office has `ana` and `ben`.
 */
export async function openSettlement() {
  const db = await openFresh()
  await db.transact((tx) => tx.insert(schema.farms).values(['A', 'B', 'C'].map((id) => ({ ...plainFarm(id), code: id }))))
  await enter(db, 'capital', [['1020', '3010', 20_000]], { event: 'capital' })
  await enter(
    db,
    'pi_1:succeeded',
    [
      ['1010', '2010:O1', 28_045],
      ['5020', '2010:O1', 500],
    ],
    { event: 'payment_succeeded' },
  )
  await enter(db, 'txn_1:fee', [['5010', '1010', 1048]], { event: 'processor_fee' })
  await enter(db, 'txn_1:available', [['1020', '1010', 26_997]], { event: 'funds_available' })
  await enter(
    db,
    're_1',
    [
      ['2010:O1', '2030:re_1', 681],
      ['2010:O1', '5020', 13],
    ],
    { event: 'short_pick' },
  )
  await enter(db, 're_1:succeeded', [['2030:re_1', '1020', 681]], { event: 'refund_succeeded' })
  await enter(db, 'O1:1:accepted', [
    ['2010:O1', '2110:A', 8296],
    ['2010:O1', '2210:C', 543],
    ['2010:O1', '2310:L1', 326],
    ['2010:O1', '4010', 410],
    ['2010:O1', '2810', 24],
    ['2010:O1', '2410', 108],
    ['2010:O1', '4030', 1165],
    ['2110:A', '2610', 188],
    ['1110', '2610', 188],
  ])
  await enter(db, 'O1:2:accepted', [
    ['2010:O1', '2110:B', 9813],
    ['2010:O1', '2210:C', 563],
    ['2010:O1', '2310:L1', 338],
    ['2010:O1', '4010', 426],
    ['2010:O1', '2810', 25],
    ['2010:O1', '2410', 112],
    ['2110:B', '2610', 40],
    ['1110', '2610', 40],
  ])
  await enter(db, 'O1:3:accepted', [
    ['2010:O1', '2110:C', 3545],
    ['2010:O1', '2310:L1', 115],
    ['2010:O1', '4010', 146],
    ['2010:O1', '2810', 8],
    ['2010:O1', '2410', 38],
    ['2110:C', '2610', 24],
    ['1110', '2610', 24],
  ])
  await enter(
    db,
    'O1:delivery',
    [
      ['2010:O1', '2510', 1850],
      ['2510', '2520:K', 1300],
      ['2510', '2310:L1', 220],
    ],
    { event: 'delivery' },
  )
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

import type { AccountId } from '#app/domain/ledger/accounts.ts'
import type { PostingEvent } from '#app/domain/ledger/posting.ts'
import { fen } from '#app/domain/money/fen.ts'
import { post } from '#app/services/ledger/post.server.ts'
import type { Database } from '#db/client.server.ts'

type Moved = readonly (readonly [debit: AccountId, credit: AccountId, amountFen: number])[]

/** A posting of these transfers, at this moment; capital unless the test is about something else. */
export const postPlainly = (db: Database, key: string, at: Date, moved: Moved, event: PostingEvent = 'capital') =>
  db.transact((tx) => {
    const transfers = moved.map(([debit, credit, amountFen]) => ({ debit, credit, amountFen: fen(amountFen) }))
    return post(tx, { key, event, orderId: null, effectiveAt: at, transfers }, at)
  })

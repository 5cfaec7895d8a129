import type { Fen } from '#app/domain/money/fen.ts'
import type { Result } from '#app/domain/result.ts'
import type { AnswerRow } from '#app/domain/settlement/check-bank-answer.ts'

/** Pay this much to this account. `payoutId` is the idempotency key, whatever the rail. */
export type PayoutOrder = { payoutId: string; holder: string; bank: string; number: string; amountFen: Fen }

/** Asked one payout at a time, and answers at once. Errors are IntegrationErrors; one that may be retried may have been carried out. */
export interface TransferRail {
  send(order: PayoutOrder): Promise<{ transferId: string; amountFen: Fen }>
  /** By our own id. @returns null when it knows of none: it may be asked again */
  find(payoutId: string): Promise<{ transferId: string; amountFen: Fen; reversedFen: Fen } | null>
  /** Takes back part of what was sent; `recoveryId` is the idempotency key. */
  takeBack(part: { transferId: string; recoveryId: string; amountFen: Fen }): Promise<void>
}

/** Given a file of payouts, and answers with one. */
export interface BatchRail {
  /** The same orders always make the same bytes of a `csv`, so that a file can be held against its hash. */
  write(orders: readonly PayoutOrder[], type: 'csv' | 'xlsx'): Promise<Buffer>
  read(filename: string, bytes: Uint8Array): Promise<Result<AnswerRow[], { code: 'not_an_answer' }>>
}

/** How money reaches farms and leaders (money.md): a file for the bank, or the processor's transfers. */
export type PayoutRails = { bank: BatchRail; stripe: TransferRail }

import type { Fen } from '#app/domain/money/fen.ts'

export type SessionRequest = {
  /** also the idempotency key: asking again for the same payment gives the same session */
  paymentId: string
  orderId: string
  lines: { name: string; amountFen: Fen }[]
  locale: 'zh-CN' | 'en'
  email: string | null
  successUrl: string
  cancelUrl: string
  expiresAt: Date
}

export type SessionState = { paymentId: string; state: 'open' | 'paid' | 'expired'; paymentIntentId: string | null; amountFen: Fen }

export type RefundRequest = { refundId: string; orderId: string; paymentIntentId: string; amountFen: Fen }
export type RefundState = {
  processorRefundId: string
  refundId: string
  state: 'pending' | 'succeeded' | 'failed'
  amountFen: Fen
  failure: string | null
}

/** What a payment cost and when its money may be used; null members are not known yet. */
export type ChargeState = {
  paymentIntentId: string
  chargeId: string
  method: string | null
  amountFen: Fen
  feeFen: Fen | null
  availableAt: Date | null
}

export type DisputeState = {
  disputeId: string
  paymentIntentId: string
  amountFen: Fen
  feeFen: Fen
  reason: string
  state: 'open' | 'won' | 'lost'
}

/** `payoutId` is the idempotency key and the transfer group. */
export type TransferRequest = { payoutId: string; accountId: string; amountFen: Fen }
export type TransferState = { transferId: string; payoutId: string; amountFen: Fen; reversedFen: Fen }

/** A party's own account at the processor. `ready`: it can receive transfers. `party` is our own name for whose it is. */
export type ConnectedAccount = { accountId: string; party: string; name: string; ready: boolean }

/** What a verified webhook, or an event looked up, says that matters to us; everything else is `other`. */
export type ProcessorEvent =
  | { id: string; type: string; kind: 'paid'; session: SessionState }
  | { id: string; type: string; kind: 'expired'; paymentId: string }
  | { id: string; type: string; kind: 'refund'; refund: RefundState }
  | { id: string; type: string; kind: 'charge'; charge: ChargeState }
  | { id: string; type: string; kind: 'dispute'; dispute: DisputeState }
  | { id: string; type: string; kind: 'other' }

/**
 * A payment processor (money.md, "Payment processor"). Errors are IntegrationErrors; one that may be retried may have been
 * carried out all the same: look it up before asking again.
 */
export interface PaymentProcessor {
  openSession(request: SessionRequest): Promise<{ sessionId: string; url: string }>
  /** Ends an open session, so that it takes no more money. @returns what it was by then: a paid one stays paid */
  closeSession(sessionId: string): Promise<SessionState>
  /** @returns null when the signature does not fit the raw body */
  readEvent(rawBody: string, signature: string | null): ProcessorEvent | null
  /** Events since an instant, oldest first, as the webhooks would have said: what a lost one left is repaired from these. */
  listEvents(since: Date): AsyncIterable<ProcessorEvent>
  findCharge(paymentIntentId: string): Promise<ChargeState | null>
  refund(request: RefundRequest): Promise<RefundState>
  /** By our own id. @returns null when the processor knows of none: it may be asked for again */
  findRefund(request: Pick<RefundRequest, 'refundId' | 'paymentIntentId'>): Promise<RefundState | null>
  transfer(request: TransferRequest): Promise<TransferState>
  /** By transfer group. @returns null when the processor knows of none */
  findTransfer(payoutId: string): Promise<TransferState | null>
  /** Takes back part of a transfer. `reversalKey` is the idempotency key. */
  reverseTransfer(request: { transferId: string; reversalKey: string; amountFen: Fen }): Promise<TransferState>
  /** The account we opened for a party, ready or not. @returns null when there is none */
  findAccount(party: string): Promise<ConnectedAccount | null>
  /** Opens one; `party` is the idempotency key. Its holder tells the processor the rest where `linkAccount` leads. */
  openAccount(request: { party: string; name: string }): Promise<ConnectedAccount>
  /** A way to the processor's own page for an account's holder: good once, for minutes. It leads back to one of the two. */
  linkAccount(request: { accountId: string; returnUrl: string; refreshUrl: string }): Promise<{ url: string }>
  /** What may be used now and what is still on its way, in CNY. */
  balance(): Promise<{ availableFen: Fen; pendingFen: Fen }>
}

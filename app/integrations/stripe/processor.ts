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

/** What a verified webhook says that matters to us; everything else is `other`. */
export type ProcessorEvent =
  | { id: string; type: string; kind: 'paid'; session: SessionState }
  | { id: string; type: string; kind: 'expired'; paymentId: string }
  | { id: string; type: string; kind: 'other' }

/** Hosted checkout at a payment processor (money.md, "Payment processor"). Errors are IntegrationErrors. */
export interface PaymentProcessor {
  openSession(request: SessionRequest): Promise<{ sessionId: string; url: string }>
  /** Ends an open session, so that it takes no more money. @returns what it was by then: a paid one stays paid */
  closeSession(sessionId: string): Promise<SessionState>
  /** @returns null when the signature does not fit the raw body */
  readEvent(rawBody: string, signature: string | null): ProcessorEvent | null
}

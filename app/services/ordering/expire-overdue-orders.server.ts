import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { PaymentProcessor } from '#app/integrations/stripe/processor.ts'
import type { Database } from '#db/client.server.ts'
import { findOverdue } from '#db/queries/payments/payments.server.ts'
import { expireOrder } from './expire-order.server.ts'
import { receivePayment } from './receive-payment.server.ts'

/**
 * Orders whose hold has run out: the processor's session is closed first, then the stock goes back. A session that was paid
 * after all (its webhook lost or late) confirms the order instead. Where the processor does not answer, the next sweep tries again.
 * @returns how many expired
 */
export async function expireOverdueOrders(database: Database, processor: PaymentProcessor, now: Date): Promise<number> {
  let expired = 0
  for (const { orderId, paymentId, sessionId } of await findOverdue(database.reader, now)) {
    try {
      const session = sessionId === null ? null : await processor.closeSession(sessionId)
      if (session?.state === 'paid' && paymentId !== null) {
        await receivePayment(database, {
          event: null,
          paymentId,
          paymentIntentId: session.paymentIntentId,
          amountFen: session.amountFen,
          now,
        })
      } else if (await expireOrder(database, { orderId, now })) expired++
    } catch (error) {
      if (!(error instanceof IntegrationError)) throw error
    }
  }
  return expired
}

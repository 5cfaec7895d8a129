import { fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { inLocale } from '#app/i18n/locale.ts'
import { IntegrationError } from '#app/integrations/integration-error.ts'
import type { PaymentProcessor } from '#app/integrations/stripe/processor.ts'
import type { Database } from '#db/client.server.ts'
import * as confirmation from '#db/queries/ordering/confirmation.server.ts'
import { findOrderToPay } from '#db/queries/payments/payments.server.ts'

type OpenPayment = { orderId: string; urls: { success: string; cancel: string }; now: Date }

/** The session ends before the hold on the stock does. */
const sessionEndsBeforeHoldMs = 2 * 60_000
/** A session lasts half an hour at least (Stripe), and some time goes by until it is open. */
const shortestHoldMs = 34 * 60_000

/**
 * Opens the processor's checkout page for an order, or finds the one that is open. The payment's id is the idempotency
 * key: after a crash or a lost answer, asking again gives the same session. No transaction waits for the network. Who goes to pay
 * at the last minute, for an order that was held for long, is given the time a session needs.
 */
export async function openPayment(
  { reader, transact }: Database,
  processor: PaymentProcessor,
  { orderId, urls, now }: OpenPayment,
): Promise<Result<{ url: string }, { code: 'not_payable' | 'processor_busy' }>> {
  const order = await findOrderToPay(reader, orderId)
  if (order?.orderStatus !== 'awaiting_payment') return refuse({ code: 'not_payable' })
  if (order.url !== null) return accept({ url: order.url })
  const heldUntil = new Date(Math.max(order.expiresAt.getTime(), now.getTime() + shortestHoldMs))
  if (heldUntil > order.expiresAt) await transact((tx) => confirmation.prolongHold(tx, { orderId, heldUntil }))
  try {
    const session = await processor.openSession({
      paymentId: order.paymentId,
      orderId,
      lines: sessionLines(order),
      locale: order.locale,
      email: order.email,
      successUrl: urls.success,
      cancelUrl: urls.cancel,
      expiresAt: new Date(heldUntil.getTime() - sessionEndsBeforeHoldMs),
    })
    await transact((tx) => confirmation.noteSession(tx, { paymentId: order.paymentId, ...session }))
    return accept({ url: session.url })
  } catch (error) {
    if (!(error instanceof IntegrationError)) throw error
    await transact((tx) => confirmation.markPaymentUnknown(tx, order.paymentId))
    return refuse({ code: 'processor_busy' })
  }
}

type Payable = NonNullable<Awaited<ReturnType<typeof findOrderToPay>>>

/** Goods and delivery apart; where credit has paid a part of them, what is left is one line: a line cannot be negative. */
function sessionLines({ locale, number, goodsFen, deliveryFen, creditFen }: Payable) {
  const name = inLocale(locale, `同田订单 ${number}`, `Commonfield order ${number}`)
  const restName = inLocale(locale, `同田订单 ${number}（已扣余额）`, `Commonfield order ${number}, less your credit`)
  if (creditFen > 0) return [{ name: restName, amountFen: fen(goodsFen + deliveryFen - creditFen) }]
  const delivery = { name: inLocale(locale, '配送费', 'Delivery'), amountFen: deliveryFen }
  return [{ name, amountFen: goodsFen }, delivery].filter(({ amountFen }) => amountFen > 0)
}

import { invoiceAmountFen } from '#app/domain/ordering/invoice-amount.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/client.server.ts'
import * as invoices from '#db/queries/account/invoices.server.ts'

export type AskForInvoice = {
  orderId: string
  /** whose order it is */
  customerId: string
  title: string
  /** '' for a person */
  taxNumber: string
  email: string
  now: Date
}
export type AskInvoiceRefusal = { code: 'unknown_order' | 'not_paid' | 'nothing_left' | 'issued' }

/** A customer asks to be billed for an order they paid; until it is issued they may say it otherwise. */
export function askForInvoice(
  { transact }: Pick<Database, 'transact'>,
  { customerId, now, ...said }: AskForInvoice,
): Promise<Result<null, AskInvoiceRefusal>> {
  return transact(async (tx) => {
    const order = await invoices.findInvoicedOrder(tx, { orderId: said.orderId, customerId })
    if (!order) return refuse({ code: 'unknown_order' })
    if (order.paidAt === null) return refuse({ code: 'not_paid' })
    if (invoiceAmountFen(order, order.refunds) === 0) return refuse({ code: 'nothing_left' })
    return (await invoices.askForInvoice(tx, { ...said, askedAt: now })) ? accept(null) : refuse({ code: 'issued' })
  })
}

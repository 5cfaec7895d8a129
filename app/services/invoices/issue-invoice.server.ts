import { invoiceAmountFen } from '#app/domain/ordering/invoice-amount.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/client.server.ts'
import * as invoices from '#db/queries/account/invoices.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'

/** The office has issued it: its number is written down once, and what it was for. */
export function issueInvoice(
  { transact }: Pick<Database, 'transact'>,
  { orderId, number, userId, now }: { orderId: string; number: string; userId: string; now: Date },
): Promise<Result<null, { code: 'not_open' }>> {
  return transact(async (tx) => {
    if (!(await invoices.issueInvoice(tx, { orderId, number, issuedBy: userId, issuedAt: now }))) return refuse({ code: 'not_open' })
    const order = await invoices.findBilledOrder(tx, orderId)
    const detail = { number, amountFen: order ? invoiceAmountFen(order, order.refunds) : 0 }
    await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action: 'invoice_issued', subject: orderId, detail, at: now })
    return accept(null)
  })
}

import { askForInvoice } from '#app/services/invoices/ask-for-invoice.server.ts'
import { issueInvoice } from '#app/services/invoices/issue-invoice.server.ts'
import type { Database } from '#db/client.server.ts'
import { findPaidToBill } from '#db/queries/account/demo-invoices.server.ts'

/** To whom the demo's invoices are made out: a firm, a person, a canteen. */
const headings: readonly { title: string; taxNumber: string }[] = [
  { title: '成都望江茶事有限公司', taxNumber: '91350211M000100Y43' },
  { title: '个人', taxNumber: '' },
  { title: '锦江区第三幼儿园', taxNumber: '510104400000123' },
]

/** The office has one invoice issued and two to issue. */
export async function seedAccount(db: Database, { now }: { now: Date }): Promise<void> {
  const orders = await findPaidToBill(db.reader, headings.length)
  for (const [index, order] of orders.entries()) {
    await askForInvoice(db, { ...order, ...headings[index]!, email: 'invoice@commonfield.example', now })
  }
  const [first] = orders
  if (first) await issueInvoice(db, { orderId: first.orderId, number: '26512000000001234567', userId: 'user_office_ledger', now })
}

import { Link } from '@remix-run/react'
import { receiptMessages } from '#app/i18n/messages/receipts.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

const link = 'inline-flex min-h-11 items-center text-indigo underline'

/** The way to an order's receipt and its invoice, once it is paid. */
export function OrderPapers({ orderId }: { orderId: string }) {
  const t = useMessages(receiptMessages)
  return (
    <section className="rounded-md border border-rule bg-paper px-4 py-2 print:hidden">
      <h2 className="sr-only">{t.title}</h2>
      <p className="flex flex-wrap gap-x-6">
        <Link to={`/orders/${orderId}/receipt`} className={link}>
          {t.receipt}
        </Link>
        <Link to={`/orders/${orderId}/invoice`} className={link}>
          {t.askInvoice}
        </Link>
      </p>
    </section>
  )
}

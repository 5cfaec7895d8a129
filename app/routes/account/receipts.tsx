import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { AccountShell } from '#app/components/account/account-shell.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { db } from '#app/http/runtime.server.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { accountMessages } from '#app/i18n/messages/account.ts'
import { receiptMessages } from '#app/i18n/messages/receipts.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { findInvoiceStates } from '#db/queries/account/invoices.server.ts'
import { findPaidOrders } from '#db/queries/account/overview.server.ts'
import { requireCustomer } from './require-customer.server.ts'

const shownReceipts = 50

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => receiptMessages[locale].title)

export async function loader({ request }: LoaderFunctionArgs) {
  const { customerId } = await requireCustomer(request)
  const { reader } = db()
  const paid = await findPaidOrders(reader, { customerId, limit: shownReceipts })
  const ids = paid.map(({ orderId }) => orderId)
  const states = new Map((await findInvoiceStates(reader, ids)).map(({ orderId, number }) => [orderId, { number }]))
  return { orders: paid.map((order) => ({ ...order, invoice: states.get(order.orderId) ?? null })) }
}

export default function Receipts() {
  const t = useMessages(receiptMessages)
  const { toShop } = useMessages(accountMessages)
  const locale = useLocale()
  const { orders } = useLoaderData<typeof loader>()
  return (
    <AccountShell title={t.title}>
      <p className="text-ink-2">{t.lead}</p>
      {orders.length === 0 ? (
        <Empty drawing="vegetable-box" action={<ButtonLink to="/products">{toShop}</ButtonLink>}>
          {t.none}
        </Empty>
      ) : null}
      <ul className="flex flex-col gap-3">
        {orders.map(({ orderId, number, totalFen, paidAt, invoice }) => (
          <li key={orderId} className="flex flex-wrap items-center gap-x-6 rounded-md border border-rule bg-paper px-4 py-2">
            <Link
              to={`/orders/${orderId}/receipt`}
              aria-label={t.openReceipt(number)}
              className="inline-flex min-h-11 items-center font-semibold text-indigo underline"
            >
              {number}
            </Link>
            <span>{formatFen(totalFen)}</span>
            <span className="text-sm text-ink-2">{paidAt ? formatMoment(paidAt, locale) : ''}</span>
            <Link to={`/orders/${orderId}/invoice`} className="inline-flex min-h-11 items-center text-sm text-indigo underline">
              {invoice ? (invoice.number ? t.issued(invoice.number) : t.asked) : t.askInvoice}
            </Link>
          </li>
        ))}
      </ul>
    </AccountShell>
  )
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { ReceiptSheet } from '#app/components/account/receipt-sheet.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { invoiceAmountFen, refundedFen } from '#app/domain/ordering/invoice-amount.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { receiptMessages } from '#app/i18n/messages/receipts.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { findRefunds, findVat } from '#db/queries/account/invoices.server.ts'
import { describeOrder } from './describe-order.ts'
import { theirOrder } from './their-order.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => (page ? receiptMessages[locale].receiptOf(page.order.number) : receiptMessages[locale].receipt))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await theirOrder(request, params)
  const { id, number, paidAt, totalFen, creditFen } = page.order
  const refunds = (await findRefunds(db().reader, [id])).get(id) ?? []
  const { waves, bill } = describeOrder(page, businessDay(now()))
  const { recipient, addressZh, addressEn } = page.contact
  return {
    order: { id, number, paidAt, totalFen, creditFen },
    contact: { recipient, addressZh, addressEn },
    waves,
    bill,
    refundedFen: refundedFen(refunds),
    keptFen: invoiceAmountFen(page.order, refunds),
    vatFen: await findVat(db().reader, id),
  }
}

export default function OrderReceiptPage() {
  const t = useMessages(receiptMessages)
  const receipt = useLoaderData<typeof loader>()
  return (
    <ShopShell>
      <div className="mx-auto flex w-full max-w-3xl flex-col gap-4 px-4 py-8 print:max-w-none print:p-0">
        <h1 className="text-3xl">{t.receiptOf(receipt.order.number)}</h1>
        {receipt.order.paidAt === null ? <Notice tone="warn" title={t.notPaid} /> : null}
        <ReceiptSheet receipt={receipt} />
        <div className="flex flex-wrap items-center gap-x-6 print:hidden">
          <Link to={`/orders/${receipt.order.id}`} className="inline-flex min-h-11 items-center text-indigo underline">
            {t.toOrder}
          </Link>
          <p className="text-sm text-ink-2">{t.print}</p>
        </div>
      </div>
    </ShopShell>
  )
}

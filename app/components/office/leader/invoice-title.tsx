import { buyerMessages } from '#app/i18n/messages/buyers.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export type Invoice = { title: string; taxNumber: string }

/** In whose name an enterprise's order is billed. */
export function InvoiceTitle({ invoice: { title, taxNumber } }: { invoice: Invoice }) {
  const t = useMessages(buyerMessages)
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 rounded-sm border border-rule px-3 py-2 text-sm">
      <dt className="text-ink-2">{t.invoiceTitle}</dt>
      <dd className="text-right font-semibold">{title}</dd>
      <dt className="text-ink-2">{t.taxNumber}</dt>
      <dd className="break-all text-right tabular-nums">{taxNumber}</dd>
    </dl>
  )
}

import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { receiptMessages } from '#app/i18n/messages/receipts.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

type Invoice = {
  orderId: string
  order: string
  amountFen: number
  title: string
  taxNumber: string
  email: string
  askedAt: Date
  number: string | null
  issuedAt: Date | null
}

/** An invoice somebody asked for: for what, to whom, and its number, written here once it is issued. */
export function InvoiceCard({ invoice, answer }: { invoice: Invoice; answer: { number: string; refused: string } | null }) {
  const t = useMessages(receiptMessages)
  const locale = useLocale()
  const facts: [string, string][] = [
    [t.number, invoice.order],
    [t.amount, formatFen(invoice.amountFen)],
    [t.heading, invoice.title],
    ...(invoice.taxNumber ? [[t.taxNumber, invoice.taxNumber] satisfies [string, string]] : []),
    [t.email, invoice.email],
    [t.askedAt, formatMoment(invoice.askedAt, locale)],
    ...(invoice.number ? [[t.invoiceNumber, invoice.number] satisfies [string, string]] : []),
    ...(invoice.issuedAt ? [[t.issuedAt, formatMoment(invoice.issuedAt, locale)] satisfies [string, string]] : []),
  ]
  return (
    <li className="flex flex-col gap-3 rounded-md border border-rule bg-paper p-4">
      <dl className="grid grid-cols-[minmax(0,1fr)_minmax(0,2fr)] sm:grid-cols-[auto_1fr] gap-x-4 gap-y-1">
        {facts.map(([term, value]) => (
          <div key={term} className="contents">
            <dt className="text-ink-2">{term}</dt>
            <dd className="min-w-0">{value}</dd>
          </div>
        ))}
      </dl>
      {invoice.number === null ? (
        <Form method="post" className="flex flex-wrap items-end gap-3">
          <input type="hidden" name="orderId" value={invoice.orderId} />
          <Field
            id={`number-${invoice.orderId}`}
            label={t.invoiceNumberOf(invoice.order)}
            name="number"
            autoComplete="off"
            maxLength={40}
            defaultValue={answer?.number ?? ''}
            error={answer?.refused === 'number_wrong' ? t.number_wrong : undefined}
          />
          <Button type="submit">{t.issue}</Button>
        </Form>
      ) : null}
    </li>
  )
}

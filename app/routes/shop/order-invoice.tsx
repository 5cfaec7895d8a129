import { parseWithZod } from '@conform-to/zod/v4'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { AccountForm } from '#app/components/account/account-form.tsx'
import { AccountPage } from '#app/components/account/account-page.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { invoiceAmountFen } from '#app/domain/ordering/invoice-amount.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { formatFen } from '#app/i18n/format.ts'
import { receiptMessages } from '#app/i18n/messages/receipts.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { InvoiceSchema, invoiceProblems } from '#app/schemas/invoice.ts'
import { type AskInvoiceRefusal, askForInvoice } from '#app/services/invoices/ask-for-invoice.server.ts'
import { findInvoice, findRefunds } from '#db/queries/account/invoices.server.ts'
import { theirOrder } from './their-order.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => receiptMessages[locale].invoiceTitle)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { order, email } = await theirOrder(request, params)
  const { reader } = db()
  const [invoice, refunds] = await Promise.all([findInvoice(reader, order.id), findRefunds(reader, [order.id])])
  return {
    order: { id: order.id, number: order.number, isPaid: order.paidAt !== null },
    amountFen: invoiceAmountFen(order, refunds.get(order.id) ?? []),
    values: { title: invoice?.title ?? '', taxNumber: invoice?.taxNumber ?? '', email: invoice?.email ?? email ?? '' },
    state: invoice && { number: invoice.number },
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { order } = await theirOrder(request, params)
  const submission = parseWithZod(await request.formData(), { schema: InvoiceSchema })
  const reply = submission.reply()
  if (submission.status !== 'success') return data({ reply, refused: null }, { status: 400 })
  const asked = await askForInvoice(db(), { orderId: order.id, customerId: order.customerId, ...submission.value, now: now() })
  return asked.ok ? redirect(`/orders/${order.id}/invoice`) : data({ reply, refused: asked.refusal.code }, { status: 409 })
}

const refusals = {
  unknown_order: 'unknown_order',
  not_paid: 'not_paid',
  nothing_left: 'nothing_left',
  issued: 'already_issued',
} as const satisfies Record<AskInvoiceRefusal['code'], string>

export default function OrderInvoice() {
  const t = useMessages(receiptMessages)
  const { order, amountFen, values, state } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const typed = (field: keyof typeof values) => String(answer ? (answer.reply.initialValue?.[field] ?? '') : values[field])
  const problemAt = (field: keyof typeof values) => {
    const problem = invoiceProblems.find((code) => code === answer?.reply.error?.[field]?.[0])
    return problem && t[problem]
  }
  const isOpen = order.isPaid && amountFen > 0 && !state?.number
  return (
    <AccountPage title={t.invoiceTitle}>
      {answer?.refused ? <Notice tone="bad" title={t[refusals[answer.refused]]} /> : null}
      {state && !answer ? <Notice tone="good" title={state.number ? t.issued(state.number) : t.askedNow} /> : null}
      {isOpen ? (
        <>
          <p>{t.invoiceLead(formatFen(amountFen))}</p>
          <AccountForm submit={{ label: t.send, pending: t.sending }}>
            <Field
              label={t.heading}
              name="title"
              autoComplete="organization"
              maxLength={100}
              hint={t.headingHint}
              defaultValue={typed('title')}
              error={problemAt('title')}
            />
            <Field
              label={t.taxNumber}
              name="taxNumber"
              autoComplete="off"
              maxLength={30}
              hint={t.taxNumberHint}
              defaultValue={typed('taxNumber')}
              error={problemAt('taxNumber')}
            />
            <Field
              label={t.email}
              name="email"
              type="email"
              autoComplete="email"
              defaultValue={typed('email')}
              error={problemAt('email')}
            />
          </AccountForm>
        </>
      ) : state ? null : (
        <p>{order.isPaid ? t.nothing_left : t.not_paid}</p>
      )}
      <Link to={`/orders/${order.id}`} className="inline-flex min-h-11 items-center self-start text-indigo underline">
        {t.toOrder}
      </Link>
    </AccountPage>
  )
}

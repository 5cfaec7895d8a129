import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { InvoiceCard } from '#app/components/office/invoices/invoice-card.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { receiptMessages } from '#app/i18n/messages/receipts.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { OrderIdSchema } from '#app/schemas/checkout.ts'
import { InvoiceNumberSchema } from '#app/schemas/invoice.ts'
import { issueInvoice } from '#app/services/invoices/issue-invoice.server.ts'
import { listInvoices } from '#app/services/invoices/list-invoices.server.ts'

const shownIssued = 30
const shownOpen = 200

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => receiptMessages[locale].office)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const [open, issued] = await Promise.all([
    listInvoices(db().reader, { isOpen: true, limit: shownOpen }),
    listInvoices(db().reader, { isOpen: false, limit: shownIssued }),
  ])
  return { open, issued, isNoted: new URL(request.url).searchParams.has('noted') }
}

const Form = z.object({ orderId: OrderIdSchema, number: InvoiceNumberSchema })

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const typed = Object.fromEntries(await request.formData())
  const read = Form.safeParse(typed)
  const answer = { orderId: String(typed.orderId ?? ''), number: String(typed.number ?? '') }
  if (!read.success) return data({ ...answer, refused: 'number_wrong' as const }, { status: 400 })
  const issued = await issueInvoice(db(), { ...read.data, userId, now: now() })
  return issued.ok ? redirect('/alliance/invoices?noted=1') : data({ ...answer, refused: issued.refusal.code }, { status: 409 })
}

export default function Invoices() {
  const t = useMessages(receiptMessages)
  const { open, issued, isNoted } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.office}</h1>
        <p className="text-ink-2">{t.officeLead}</p>
        <a href="/alliance/invoices.csv" className="inline-flex min-h-11 items-center self-start text-indigo underline">
          {t.csv}
        </a>
      </header>
      {isNoted && !answer ? <Notice tone="good" title={t.issuedNow} /> : null}
      {answer?.refused === 'not_open' ? <Notice tone="bad" title={t.not_open} /> : null}
      <Panel id="open" title={t.open}>
        {open.length === 0 ? <Empty>{t.noneOpen}</Empty> : null}
        <ul className="flex flex-col gap-3">
          {open.map((invoice) => (
            <InvoiceCard key={invoice.orderId} invoice={invoice} answer={answer?.orderId === invoice.orderId ? answer : null} />
          ))}
        </ul>
      </Panel>
      {issued.length > 0 ? (
        <Panel id="issued" title={t.done}>
          <ul className="flex flex-col gap-3">
            {issued.map((invoice) => (
              <InvoiceCard key={invoice.orderId} invoice={invoice} answer={null} />
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  )
}

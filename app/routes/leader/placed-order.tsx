import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirectDocument } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LeaderHandOut } from '#app/components/office/leader/hand-out.tsx'
import { InvoiceTitle } from '#app/components/office/leader/invoice-title.tsx'
import { LeaderOrderAmounts } from '#app/components/office/leader/order-amounts.tsx'
import { owes } from '#app/components/office/leader/order-list.tsx'
import { LeaderOrderStanding } from '#app/components/office/leader/order-standing.tsx'
import { OrderTimeline } from '#app/components/shop/order-timeline.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { found, parseParams } from '#app/http/parse.server.ts'
import { paymentUrls } from '#app/http/payment-urls.server.ts'
import { processor } from '#app/http/payments.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { buyerMessages } from '#app/i18n/messages/buyers.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { OrderIdSchema } from '#app/schemas/checkout.ts'
import { openPayment } from '#app/services/ordering/open-payment.server.ts'
import { findLeaderOrder } from '#db/queries/leader/orders.server.ts'
import { describePlacedOrder } from './describe-placed-order.ts'
import { invoiceOfOrder } from './invoice-of.ts'
import { leaderOf } from './leader-of.server.ts'

const ParamsSchema = z.object({ orderId: OrderIdSchema })

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => (page ? leaderMessages[locale].orderNumber(page.order.number) : leaderMessages[locale].unknownOrder))

/** The order, if it is this leader's. */
async function findTheirs(request: Request, params: unknown) {
  const leader = await leaderOf(request)
  const { orderId } = parseParams(params, ParamsSchema)
  return { leader, page: found(await findLeaderOrder(db().reader, { orderId, leaderId: leader.leaderId })) }
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { leader, page } = await findTheirs(request, params)
  const { searchParams } = new URL(request.url)
  const back = searchParams.has('paid') ? 'paid' : searchParams.has('placed') ? 'placed' : searchParams.has('payment') ? 'busy' : null
  const { id, number, status, totalFen, placedAt, expiresAt } = page.order
  return {
    order: { id, number, status, totalFen, placedAt, expiresAt },
    owes: owes(page.order),
    isLate: page.isLate,
    back: back as 'paid' | 'placed' | 'busy' | null,
    contact: page.contact,
    invoice: invoiceOfOrder(page.order),
    ...describePlacedOrder(page, leader.leaderId),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { id: orderId } = (await findTheirs(request, params)).page.order
  const opened = await openPayment(db(), processor(), { orderId, urls: paymentUrls(`/leader/orders/${orderId}`), now: now() })
  return opened.ok
    ? redirectDocument(opened.value.url)
    : data({ refused: opened.refusal.code }, { status: opened.refusal.code === 'not_payable' ? 409 : 502 })
}
type RefusalCode = NonNullable<ReturnType<typeof useActionData<typeof action>>>['refused']

const refusalTexts = {
  not_payable: (t) => t.notPayable,
  processor_busy: (t) => t.processorBusy,
} satisfies Record<RefusalCode, (t: (typeof leaderMessages)['en']) => string>

const card = 'flex flex-col gap-3 rounded-md border border-rule bg-paper p-4 print:border-0 print:p-0'

export default function PlacedOrder() {
  const t = useMessages(leaderMessages)
  const b = useMessages(buyerMessages)
  const pick = usePick()
  const { order, contact, waves, steps, amounts, invoice, ...standing } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="text-3xl">{(invoice ? b : t).orderNumber(order.number)}</h1>
        <ButtonLink to={`/leader/order?repeat=${order.id}`} look="plain" className="print:hidden">
          {t.repeat}
        </ButtonLink>
      </header>
      {refused ? <Notice tone="bad" title={refusalTexts[refused](t)} /> : null}
      <LeaderOrderStanding order={order} isEnterprise={invoice !== null} {...standing} />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="flex min-w-0 flex-col gap-4">
          <section className={card}>
            <h2 className="text-xl">{t.handOut}</h2>
            <p className="text-sm text-ink-2">{t.handOutLead}</p>
            <LeaderHandOut waves={waves} />
          </section>
          <section className={card}>
            <h2 className="text-xl">{t.amounts}</h2>
            {invoice ? <InvoiceTitle invoice={invoice} /> : null}
            <LeaderOrderAmounts {...amounts} />
          </section>
        </div>
        <div className="flex flex-col gap-4 print:hidden">
          <section className={card}>
            <h2 className="text-xl">{t.where}</h2>
            <p>{pick(contact.addressZh, contact.addressEn)}</p>
            {contact.note ? <p className="text-ink-2">{contact.note}</p> : null}
            {order.status === 'confirmed' ? (
              <p>
                {t.pickupCode} <b className="font-display text-2xl tabular-nums">{contact.pickupCode}</b>
              </p>
            ) : null}
          </section>
          <section className={card}>
            <h2 className="text-xl">{t.timeline}</h2>
            <OrderTimeline steps={steps} />
          </section>
        </div>
      </div>
    </>
  )
}

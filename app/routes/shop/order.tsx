import {
  type ActionFunctionArgs,
  data,
  type HeadersFunction,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
  redirectDocument,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OrderPapers } from '#app/components/account/order-papers.tsx'
import { OrderAgainForm } from '#app/components/shop/finding/order-again-form.tsx'
import { OrderFollowUp } from '#app/components/shop/order-follow-up.tsx'
import { OrderNotices } from '#app/components/shop/order-notices.tsx'
import { OrderNow } from '#app/components/shop/order-now.tsx'
import { OrderReceipt } from '#app/components/shop/order-receipt.tsx'
import { OrderRefunds } from '#app/components/shop/order-refunds.tsx'
import { OrderTimeline } from '#app/components/shop/order-timeline.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { drawQrCode } from '#app/http/draw-qr-code.server.ts'
import { paymentUrls } from '#app/http/payment-urls.server.ts'
import { processor } from '#app/http/payments.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { orderPageMessages } from '#app/i18n/messages/order-page.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { markOrders } from '#app/services/live/mark-orders.server.ts'
import { confirmReceived } from '#app/services/ordering/confirm-received.server.ts'
import { openPayment } from '#app/services/ordering/open-payment.server.ts'
import { findRefundsOfOrder } from '#db/queries/payments/refund-desk.server.ts'
import { describeOrder } from './describe-order.ts'
import { OrderState } from './order-state.tsx'
import { noteChannels, noteWish, readFollowUp } from './order-words.server.ts'
import { theirOrder } from './their-order.server.ts'

/** How long the page goes on looking for the payment by itself, and how often. */
const lookForMs = 60_000
const lookEveryS = 2

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => (page ? orderPageMessages[locale].title(page.order.number) : orderPageMessages[locale].unknown))

/** The refresh header does what the meta element would, without a script. */
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export async function loader({ request, params }: LoaderFunctionArgs) {
  const page = await theirOrder(request, params)
  const at = now().getTime()
  const url = new URL(request.url)
  const isWaiting = page.order.status === 'awaiting_payment'
  const isBack = url.searchParams.has('paid') || url.searchParams.has('session_id')
  const since = Number(url.searchParams.get('since') ?? 0)
  if (isWaiting && isBack && since === 0) throw redirect(`${url.pathname}?paid=1&since=${at}`)
  const isLooking = isWaiting && isBack && at - since < lookForMs
  const isLive = page.order.status === 'confirmed'
  const mark = isLive ? ((await markOrders(db().reader, [page.order.id])).get(page.order.id)?.mark ?? null) : null
  const { id, number, status, payment, substitution, delivery, placedAt, expiresAt, paidAt } = page.order
  return data(
    {
      order: { id, number, status, payment, substitution, delivery, placedAt, expiresAt },
      contact: { ...page.contact, pickupQr: page.order.delivery === 'pickup' ? drawQrCode(page.contact.pickupCode) : null },
      isLate: page.payment?.status === 'late' || page.payment?.status === 'returned',
      refunds: await findRefundsOfOrder(db().reader, id),
      isLive,
      mark,
      followUp: await readFollowUp(page),
      isKept: url.searchParams.has('kept'),
      isPaid: paidAt !== null,
      isReceived: page.lines.some((line) => line.status === 'delivered' || line.status === 'accepted'),
      isToConfirm: status === 'confirmed' && paidAt !== null && page.lines.every((line) => line.status === 'delivered'),
      minutesLeft: Math.max(0, Math.ceil((expiresAt.getTime() - at) / 60_000)),
      back: { isBack, isLooking, isBusy: url.searchParams.get('payment') === 'busy' },
      ...describeOrder(page, businessDay(now())),
    },
    isLooking ? { headers: { Refresh: String(lookEveryS) } } : {},
  )
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { order } = await theirOrder(request, params)
  const form = await request.formData()
  if (form.get('intent') === 'wish') {
    const refusal = await noteWish(order.id, form)
    return refusal ? data({ refused: null, wishRefused: refusal.code }, { status: 409 }) : redirect(`/orders/${order.id}`)
  }
  if (form.get('intent') === 'notices') {
    await noteChannels(order.customerId, form)
    return redirect(`/orders/${order.id}?kept=1`)
  }
  if (form.get('intent') === 'received') {
    const confirmed = await confirmReceived(db(), { orderId: order.id, customerId: order.customerId, now: now() })
    return confirmed.ok ? redirect(`/orders/${order.id}`) : refused(confirmed.refusal.code, 409)
  }
  const opened = await openPayment(db(), processor(), { orderId: order.id, urls: paymentUrls(`/orders/${order.id}`), now: now() })
  return opened.ok ? redirectDocument(opened.value.url) : refused(opened.refusal.code, opened.refusal.code === 'not_payable' ? 409 : 502)
}

const refused = <Code extends string>(code: Code, status: number) => data({ refused: code, wishRefused: null }, { status })

type RefusalCode = NonNullable<NonNullable<ReturnType<typeof useActionData<typeof action>>>['refused']>

const refusalTexts = {
  not_payable: (t) => t.notPayableText,
  processor_busy: (t) => t.processorBusyText,
  unknown_order: (t) => t.unknownOrderText,
  not_confirmed: (t) => t.notConfirmedText,
  not_delivered: (t) => t.notDeliveredText,
  not_paid: (t) => t.notPaidText,
  may_complain: (t) => t.mayComplainText,
} satisfies Record<RefusalCode, (t: (typeof orderPageMessages)['en']) => string>

export default function OrderRoute() {
  const t = useMessages(orderPageMessages)
  const { order, contact, bundles, waves, steps, bill, saving, refunds, isLive, mark, followUp, isKept, isPaid, isReceived, ...state } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <ShopShell>
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-4 px-4 pt-6 pb-12">
        <h1 className="text-3xl">{t.title(order.number)}</h1>
        {answer?.refused ? <Notice tone="bad" title={refusalTexts[answer.refused](t)} /> : null}
        <OrderState order={order} {...state} />
        <OrderNow {...{ order, mark, isLive, steps, waves }} />
        <OrderFollowUp
          failed={followUp.failed}
          changeUntil={followUp.changeUntil}
          isReceived={isReceived}
          orderId={order.id}
          refused={answer?.wishRefused ?? null}
        />
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-8">
          <section className="rounded-md border border-rule bg-paper p-4 lg:col-start-2 lg:row-start-1 print:hidden">
            <h2 className="mb-3 text-xl">{t.timeline}</h2>
            <OrderTimeline steps={steps} />
          </section>
          <div className="flex min-w-0 flex-col gap-4 lg:col-start-1 lg:row-start-1">
            <OrderRefunds refunds={refunds} />
            <OrderReceipt {...{ order, contact, bundles, waves, bill, saving }} isComing={order.status === 'confirmed'} />
            {isPaid ? <OrderPapers orderId={order.id} /> : null}
            {order.status === 'awaiting_payment' ? null : <OrderAgainForm orderId={order.id} />}
            {followUp.notices ? <OrderNotices notices={{ ...followUp.notices, isKept }} /> : null}
          </div>
        </div>
      </div>
    </ShopShell>
  )
}

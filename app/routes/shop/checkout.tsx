import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect, redirectDocument } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { fen } from '#app/domain/money/fen.ts'
import { isCodeRefusal } from '#app/domain/pricing/choose-promotions.ts'
import { rememberGuestOrder } from '#app/http/guest-orders.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { paymentUrls } from '#app/http/payment-urls.server.ts'
import { processor } from '#app/http/payments.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { checkoutMessages } from '#app/i18n/messages/checkout.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import type { Checkout } from '#app/schemas/checkout.ts'
import { openPayment } from '#app/services/ordering/open-payment.server.ts'
import { placeOrder } from '#app/services/ordering/place-order.server.ts'
import { CheckoutForm } from './checkout-form.tsx'
import { firstValues, parseCheckout, type Shopper, shopperOf, typedValues, withKeptAddress } from './read-checkout-form.server.ts'
import { showCheckout } from './show-checkout.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageHead(matches, (locale) => ({ title: checkoutMessages[locale].title, description: checkoutMessages[locale].about, path: '/checkout' }))

export async function loader({ request }: LoaderFunctionArgs) {
  const shopper = await shopperOf(request)
  return { page: await showCheckout(shopper, await firstValues(shopper)) }
}

export async function action({ request }: ActionFunctionArgs) {
  const [shopper, sent] = await Promise.all([shopperOf(request), request.formData()])
  const form = await withKeptAddress(shopper, sent)
  const values = typedValues(form)
  const collectAt = form.get('collectAt')
  if (typeof collectAt === 'string')
    return { page: await showCheckout(shopper, { ...values, delivery: 'pickup', pickupPointId: collectAt }) }
  if (form.get('intent') !== 'place') return { page: await showCheckout(shopper, values) }

  const parsed = parseCheckout(form)
  if (!parsed.ok) return data({ page: await showCheckout(shopper, values, { problems: parsed.problems }) }, { status: 400 })
  const { placementKey } = parsed.value
  const shownTotalFen = Number(form.get('shownTotalFen'))
  const agreedTotalFen = fen(Number.isSafeInteger(shownTotalFen) ? shownTotalFen : 0)

  const placed = await placeOrder(db(), { ...orderOf(parsed.value, shopper, localeOf(request)), agreedTotalFen })
  if (!placed.ok) {
    const { refusal } = placed
    const said = refusal.code === 'total_risen' ? { hasRisen: true } : isCodeRefusal(refusal) ? {} : { refused: refusal }
    return data({ page: await showCheckout(shopper, values, said) }, { status: 409 })
  }

  const { orderId } = placed.value
  const headers: HeadersInit = shopper.customer ? {} : { 'Set-Cookie': rememberGuestOrder(request, { orderId, placementKey }) }
  const opened = await openPayment(db(), processor(), { orderId, urls: paymentUrls(`/orders/${orderId}`), now: now() })
  if (opened.ok) return redirectDocument(opened.value.url, { headers })
  return redirect(opened.refusal.code === 'processor_busy' ? `/orders/${orderId}?payment=busy` : `/orders/${orderId}`, { headers })
}

function orderOf(checkout: Checkout, { userId, customer, basketId }: Shopper, locale: 'zh-CN' | 'en') {
  const { placementKey, recipient, phone, note, waveId, substitution, couponCode, useCredit } = checkout
  return {
    placementKey,
    basketId: basketId ?? '',
    customer: { customerId: customer?.customerId ?? null, userId, name: recipient, phone, email: customer?.email ?? null },
    delivery:
      checkout.delivery === 'door'
        ? { kind: 'door' as const, districtId: checkout.districtId, street: checkout.street, note }
        : { kind: 'pickup' as const, pickupPointId: checkout.pickupPointId, note },
    waveId,
    substitution,
    payment: 'online' as const,
    leaderId: null,
    couponCode,
    useCredit: useCredit === 'yes' && customer !== null,
    locale,
    now: now(),
  }
}

export default function CheckoutRoute() {
  const t = useMessages(checkoutMessages)
  const loaded = useLoaderData<typeof loader>()
  const { page } = useActionData<typeof action>() ?? loaded
  return (
    <ShopShell>
      <div className="mx-auto w-full max-w-6xl px-4 pt-6 pb-12">
        <h1 className="mb-6 text-3xl">{t.title}</h1>
        {page ? (
          <CheckoutForm page={page} />
        ) : (
          <Empty drawing="fruit-basket" action={<ButtonLink to="/products">{t.toProducts}</ButtonLink>}>
            {t.empty}
          </Empty>
        )}
      </div>
    </ShopShell>
  )
}

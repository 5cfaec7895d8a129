import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { z } from 'zod'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { basketIdOf, rememberBasket, storefrontOf } from '#app/http/basket.server.ts'
import { guestKeyOf } from '#app/http/guest-orders.server.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { customerOf } from '#app/http/viewer.server.ts'
import { boughtMessages } from '#app/i18n/messages/bought.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { OrderIdSchema } from '#app/schemas/checkout.ts'
import { orderAgain, type Short } from '#app/services/finding/order-again.server.ts'

const Params = z.object({ orderId: OrderIdSchema })

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => boughtMessages[locale].againTitle)

/** Only an answer lives here; whoever comes back to the address sees the order. */
export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/orders/${parseParams(params, Params).orderId}`)

/** Everything there: straight to the checkout. Else what is not, said before going on. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { orderId } = parseParams(params, Params)
  const customerId = (await customerOf(request))?.customerId ?? null
  const owner = { customerId, placementKey: guestKeyOf(request, orderId) }
  const basket = { basketId: basketIdOf(request), storefrontId: storefrontOf(request), customerId, now: now() }
  const again = await orderAgain(db(), { ...basket, orderId, owner })
  if (!again.ok) return data({ refused: again.refusal.code, put: 0, short: [] as Short[] }, { status: 404 })
  const { basketId, put, short } = again.value
  const headers = { 'Set-Cookie': rememberBasket(basketId) }
  return short.length === 0 ? redirect('/checkout', { headers }) : data({ refused: null, put, short }, { headers })
}

export default function OrderAgain() {
  const t = useMessages(boughtMessages)
  const pick = usePick()
  const { refused, put, short } = useActionData<typeof action>() ?? { refused: null, put: 0, short: [] }
  return (
    <ShopShell>
      <div className="mx-auto flex max-w-xl flex-col gap-5 px-4 py-8">
        <h1 className="text-3xl">{t.againTitle}</h1>
        {refused ? <Notice tone="bad" title={t[refused]} /> : <p className="text-lg">{put > 0 ? t.putIn(put) : t.putNone}</p>}
        {short.length > 0 ? (
          <Notice tone="warn" title={t.short}>
            <ul>
              {short.map(({ nameZh, nameEn, sizeZh, sizeEn, quantity, left }) => (
                <li key={`${nameZh} ${sizeZh}`}>
                  {pick(nameZh, nameEn)} {pick(sizeZh, sizeEn)}: {left === 0 ? t.gone : t.fewer(quantity, left)}
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        <div className="flex flex-wrap gap-3">
          {put > 0 ? <ButtonLink to="/checkout">{t.toCheckout}</ButtonLink> : null}
          {put > 0 ? (
            <ButtonLink to="/basket" look="plain">
              {t.toBasket}
            </ButtonLink>
          ) : (
            <ButtonLink to="/products">{t.toShelf}</ButtonLink>
          )}
        </div>
      </div>
    </ShopShell>
  )
}

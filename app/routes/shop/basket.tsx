import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { BasketSheet } from '#app/components/shop/basket-sheet.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { basketIdOf, rememberBasket, storefrontOf } from '#app/http/basket.server.ts'
import { pathOnly } from '#app/http/path-only.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { customerOf } from '#app/http/viewer.server.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { basketMessages } from '#app/i18n/messages/shop-basket.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { readBasketChange, readShownPrices } from '#app/schemas/basket-change.ts'
import { type BasketRefusal, changeBasket } from '#app/services/ordering/change-basket.server.ts'
import { confirmPrices } from '#app/services/ordering/confirm-prices.server.ts'
import { readBasket } from './read-basket.server.ts'

export const loader = ({ request }: LoaderFunctionArgs) => readBasket(request)

type Refusal = BasketRefusal | { code: 'basket_gone' } | { code: 'not_understood' }

/** Changes a line, or agrees to new prices. Steppers with JavaScript get an answer; a form without comes back to its page. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData()
  const basketId = basketIdOf(request)
  const customerId = (await customerOf(request))?.customerId ?? null
  if (form.get('intent') === 'confirm-prices') {
    if (basketId === null) return refused({ code: 'basket_gone' })
    const confirmed = await confirmPrices(db(), { basketId, customerId, shown: readShownPrices(form), now: now() })
    return confirmed.ok ? redirect('/basket') : refused(confirmed.refusal)
  }
  const change = readBasketChange(form)
  if (!change) return refused({ code: 'not_understood' }, 400)
  const changed = await changeBasket(db(), { ...change, basketId, customerId, storefrontId: storefrontOf(request), now: now() })
  if (!changed.ok) return refused(changed.refusal)
  const headers = { 'Set-Cookie': rememberBasket(changed.value.basketId) }
  const returnTo = form.get('returnTo')
  return returnTo === null ? data({ refusal: null }, { headers }) : redirect(pathOnly(returnTo, '/basket'), { headers })
}

const refused = (refusal: Refusal, status = 409) => data({ refusal }, { status })

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageHead(matches, (locale) => ({ title: basketMessages[locale].title, description: basketMessages[locale].about, path: '/basket' }))

export default function Basket() {
  const t = useMessages(basketMessages)
  const basket = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  return (
    <ShopShell>
      <div className="mx-auto flex max-w-6xl flex-col gap-5 px-4 pt-6">
        <h1 className="text-3xl">{t.title}</h1>
        {refusal ? (
          <Notice tone="bad" title={t.refusedTitle}>
            <RefusalText refusal={refusal} />
          </Notice>
        ) : null}
        <BasketSheet {...basket} />
      </div>
    </ShopShell>
  )
}

function RefusalText({ refusal }: { refusal: Refusal }) {
  const t = useMessages(basketMessages)
  const shop = useMessages(shopMessages)
  const texts = {
    not_enough: shop.notEnough('available' in refusal ? refusal.available : 0),
    unknown_variant: shop.unknownVariant,
    basket_gone: t.basketGone,
    not_understood: t.notUnderstood,
  } satisfies Record<Refusal['code'], string>
  return <p>{texts[refusal.code]}</p>
}

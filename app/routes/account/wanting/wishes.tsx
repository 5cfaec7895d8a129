import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountShell } from '#app/components/account/account-shell.tsx'
import { ProductGrid } from '#app/components/shop/product-grid.tsx'
import { WishForm } from '#app/components/shop/wanting/wish-form.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { notFound } from '#app/http/parse.server.ts'
import { pathOnly } from '#app/http/path-only.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { WishSchema } from '#app/schemas/subscription.ts'
import { changeWish } from '#app/services/wanting/wish.server.ts'
import { findProductCards } from '#db/queries/catalog/product-cards.server.ts'
import { findWishesOf } from '#db/queries/wanting/wishes.server.ts'
import { requireCustomer } from '../require-customer.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => wantingMessages[locale].wishes)

export async function loader({ request }: LoaderFunctionArgs) {
  const { customerId } = await requireCustomer(request)
  const { reader } = db()
  const wishes = await findWishesOf(reader, customerId)
  const language = localeOf(request) === 'en' ? 'en' : 'zh'
  const ids = wishes.map(({ productId }) => productId)
  const cards = await findProductCards(reader, ids, { language, today: businessDay(now()) })
  return { wishes, cards }
}

export async function action({ request }: ActionFunctionArgs) {
  const parsed = WishSchema.safeParse(Object.fromEntries(await request.formData()))
  if (!parsed.success) throw notFound()
  const { productId, wish, returnTo } = parsed.data
  const back = pathOnly(returnTo, '/account/wishes')
  if (!(await viewerOf(request))) throw redirect(`/sign-in?${new URLSearchParams({ returnTo: back })}`)
  const { customerId } = await requireCustomer(request)
  const changed = await changeWish(db(), { customerId, productId, wish, now: now() })
  return changed.ok ? redirect(back) : data({ refusal: changed.refusal.code }, { status: 409 })
}

export default function Wishes() {
  const t = useMessages(wantingMessages)
  const { wishes, cards } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const cardOf = new Map(cards.map((card) => [card.slug, card]))
  return (
    <AccountShell title={t.wishes}>
      {answer?.refusal ? <Notice tone="bad" title={t[answer.refusal]} /> : null}
      {cards.length === 0 ? (
        <Empty drawing="honey" action={<ButtonLink to="/products">{t.toShop}</ButtonLink>}>
          {t.noWishes}
        </Empty>
      ) : (
        <>
          <ProductGrid cards={cards} />
          <ul className="overflow-hidden rounded-md border border-rule bg-paper">
            {wishes.map((wish) => (
              <li key={wish.slug} className="border-b border-rule px-4 py-2 last:border-b-0">
                <WishForm
                  productId={wish.productId}
                  name={cardOf.get(wish.slug)?.name ?? ''}
                  wish={wish}
                  canTell={cardOf.get(wish.slug)?.left === 0}
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </AccountShell>
  )
}

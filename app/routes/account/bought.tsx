import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AccountShell } from '#app/components/account/account-shell.tsx'
import { BoughtList } from '#app/components/shop/finding/bought-list.tsx'
import { Pager } from '#app/components/shop/pager.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { queryTermsOf } from '#app/domain/catalog/search-terms.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { inLocale } from '#app/i18n/locale.ts'
import { boughtMessages } from '#app/i18n/messages/bought.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { findProductCards, mostCards } from '#db/queries/catalog/product-cards.server.ts'
import { findBought } from '#db/queries/finding/bought.server.ts'
import { findCustomerOf } from '#db/queries/viewers.server.ts'

const Search = z.object({ q: z.string().trim().max(60).catch(''), page: z.coerce.number().int().min(1).max(1000).catch(1) })

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => boughtMessages[locale].title)

/** Everything this customer bought before, what they bought most often first. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { userId } = await requireViewer(request)
  const { reader } = db()
  const locale = localeOf(request)
  const { q, page } = Search.parse(Object.fromEntries(new URL(request.url).searchParams))
  const customer = await findCustomerOf(reader, userId)
  const asked = { terms: queryTermsOf(q), limit: mostCards + 1, offset: (page - 1) * mostCards }
  const found = customer ? await findBought(reader, { ...asked, customerId: customer.customerId }) : []
  const shown = found.slice(0, mostCards)
  const cards = await findProductCards(
    reader,
    shown.map(({ id }) => id),
    { language: locale === 'en' ? 'en' : 'zh', today: businessDay(now()) },
  )
  const cardOf = new Map(cards.map((card) => [card.slug, card]))
  const bought = shown.map(({ id, slug, nameZh, nameEn, times, lastAt }) => ({
    id,
    name: inLocale(locale, nameZh, nameEn),
    times,
    lastAt,
    card: cardOf.get(slug) ?? null,
  }))
  return { q, page, bought, hasNext: found.length > mostCards }
}

export default function BoughtBefore() {
  const t = useMessages(boughtMessages)
  const { q, page, bought, hasNext } = useLoaderData<typeof loader>()
  return (
    <AccountShell title={t.title}>
      <Form action="/account/bought" className="flex gap-2">
        <input
          key={q}
          type="search"
          name="q"
          defaultValue={q}
          aria-label={t.search}
          placeholder={t.search}
          className="min-h-11 min-w-0 flex-1 rounded-sm border border-control bg-paper px-3"
        />
        <Button type="submit" look="plain">
          {t.find}
        </Button>
      </Form>
      {bought.length > 0 ? (
        <BoughtList bought={bought} />
      ) : (
        <Empty
          drawing="fruit-basket"
          action={q ? <Link to="/account/bought">{t.everything}</Link> : <ButtonLink to="/products">{t.toShelf}</ButtonLink>}
        >
          {q ? t.noneFound(q) : t.none}
        </Empty>
      )}
      <Pager page={page} hasNext={hasNext} linkTo={(to) => `?${new URLSearchParams({ ...(q ? { q } : {}), page: String(to) })}`} />
    </AccountShell>
  )
}

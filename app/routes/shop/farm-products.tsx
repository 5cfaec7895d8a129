import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ShelfList } from '#app/components/shop/shelf-list.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { canonicalShelfPath } from '#app/domain/finding/shelf-state.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { inLocale } from '#app/i18n/locale.ts'
import { shareMessages } from '#app/i18n/messages/share.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { loadShelf, recallFarms } from './load-shelf.server.ts'

const Params = z.object({ slug: z.string().min(1).max(64) })

/** One farm's shop as a list: its own products and those it distributes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug } = parseParams(params, Params)
  const farm = found((await recallFarms()).find((one) => one.slug === slug))
  const locale = localeOf(request)
  return {
    front: { slug, code: farm.code, name: inLocale(locale, farm.nameZh, farm.nameEn), colour: farm.colour, licensed: farm.licensed },
    shelf: await loadShelf(request, { shopId: farm.id }),
  }
}

export const shouldRevalidate: ShouldRevalidateFunction = ({ formAction, defaultShouldRevalidate }) =>
  formAction === '/basket' ? false : defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageHead(matches, (locale) => ({
    title: shopMessages[locale].shopTitle(data?.front.name ?? ''),
    description: shareMessages[locale].aboutList,
    path: data ? canonicalShelfPath(`/f/${data.front.slug}/products`, data.shelf.search) : null,
  }))

export default function FarmProducts() {
  const t = useMessages(shopMessages)
  const { front, shelf } = useLoaderData<typeof loader>()
  const { q, category } = shelf.search
  return (
    <ShopShell front={front} query={q}>
      <ShelfList
        path={`/f/${front.slug}/products`}
        title={q ? t.searchTitle(q) : category ? t[category] : t.shopTitle(front.name)}
        {...shelf}
      />
    </ShopShell>
  )
}

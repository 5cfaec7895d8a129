import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ShelfList } from '#app/components/shop/shelf-list.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { canonicalShelfPath } from '#app/domain/finding/shelf-state.ts'
import { hostFarm } from '#app/http/farm-hosts.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { now } from '#app/http/runtime.server.ts'
import { shareMessages } from '#app/i18n/messages/share.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { frontOf } from './describe-farm.server.ts'
import { loadShelf, recallFarms } from './load-shelf.server.ts'

const Params = z.object({ slug: z.string().min(1).max(64) })

/** One farm's shop as a list: its own products and those it distributes. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug } = parseParams(params, Params)
  const farm = found((await recallFarms()).find((one) => one.slug === slug))
  return {
    front: frontOf(farm, { locale: localeOf(request), now: now(), onOwnHost: (await hostFarm(request))?.id === farm.id }),
    shelf: await loadShelf(request, { shopId: farm.id }),
  }
}

export const shouldRevalidate: ShouldRevalidateFunction = ({ formAction, defaultShouldRevalidate }) =>
  formAction === '/basket' ? false : defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageHead(matches, (locale) => ({
    title: shopMessages[locale].shopTitle(data?.front.name ?? ''),
    description: shareMessages[locale].aboutList,
    path: data ? canonicalShelfPath(data.front.ownSite ? '/products' : `/f/${data.front.slug}/products`, data.shelf.search) : null,
    ...(data?.front.ownSite ? { site: data.front.ownSite } : {}),
  }))

export default function FarmProducts() {
  const t = useMessages(shopMessages)
  const { front, shelf } = useLoaderData<typeof loader>()
  const { q, category } = shelf.search
  return (
    <ShopShell front={front} query={q}>
      <ShelfList path={front.shelf} title={q ? t.searchTitle(q) : category ? t[category] : t.shopTitle(front.name)} {...shelf} />
    </ShopShell>
  )
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { ShelfList } from '#app/components/shop/shelf-list.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { canonicalShelfPath } from '#app/domain/finding/shelf-state.ts'
import { hostFarm, originOfHost } from '#app/http/farm-hosts.server.ts'
import { shareMessages } from '#app/i18n/messages/share.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { loadShelf } from './load-shelf.server.ts'

/** Everything on sale; on a farm's own host, what that farm's shop holds. */
export async function loader({ request }: LoaderFunctionArgs) {
  const host = await hostFarm(request)
  return { ...(await loadShelf(request, { shopId: host?.id ?? null })), ownSite: host && originOfHost(host.hostName) }
}

/** A step in the basket changes the header's count, not the shelf. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ formAction, defaultShouldRevalidate }) =>
  formAction === '/basket' ? false : defaultShouldRevalidate

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageHead(matches, (locale) => {
    const t = shopMessages[locale]
    const { q, category } = data?.search ?? { q: '', category: null }
    return {
      title: q ? t.searchTitle(q) : category ? t[category] : t.listTitle,
      description: shareMessages[locale].aboutList,
      path: data ? canonicalShelfPath('/products', data.search) : '/products',
      ...(data?.ownSite ? { site: data.ownSite } : {}),
    }
  })

export default function Products() {
  const t = useMessages(shopMessages)
  const shelf = useLoaderData<typeof loader>()
  const { q, category } = shelf.search
  return (
    <ShopShell query={q}>
      <ShelfList path="/products" title={q ? t.searchTitle(q) : category ? t[category] : t.listTitle} {...shelf} />
    </ShopShell>
  )
}

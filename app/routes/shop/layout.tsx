import { data, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import type { ShopLayoutData } from '#app/components/shop/use-basket-quantities.ts'
import { basketIdOf, hasStorefront, rememberStorefront } from '#app/http/basket.server.ts'
import { hostFarm } from '#app/http/farm-hosts.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findBasketQuantities } from '#db/queries/ordering/basket.server.ts'
import { frontOf } from './describe-farm.server.ts'
import { recallFarms } from './load-shelf.server.ts'

export const links: LinksFunction = () => [{ rel: 'manifest', href: '/shop.webmanifest' }]

/**
 * What the reader's basket holds, for every shop page; a visitor without a basket costs no query. On a farm's own host every page is
 * that farm's shop, and whoever comes there before anywhere else is its customer.
 */
export async function loader({ request }: LoaderFunctionArgs) {
  const [quantities, host] = [await quantitiesOf(request), await hostFarm(request)]
  if (host === null) return data<ShopLayoutData>({ quantities, front: null })
  const farm = (await recallFarms()).find(({ id }) => id === host.id)
  const front = farm ? frontOf(farm, { locale: localeOf(request), now: now(), onOwnHost: true }) : null
  const headers = hasStorefront(request) ? {} : { headers: { 'Set-Cookie': rememberStorefront(host.id) } }
  return data<ShopLayoutData>({ quantities, front }, headers)
}

async function quantitiesOf(request: Request): Promise<Record<string, number>> {
  const basketId = basketIdOf(request)
  if (basketId === null) return {}
  const viewer = await viewerOf(request)
  return await findBasketQuantities(db().reader, { basketId, userId: viewer?.userId ?? null })
}

export { ShopFailure as ErrorBoundary } from '#app/components/shop/shop-failure.tsx'

export default function ShopLayout() {
  return <Outlet />
}

import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import type { ShopLayoutData } from '#app/components/shop/use-basket-quantities.ts'
import { basketIdOf } from '#app/http/basket.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { findBasketQuantities } from '#db/queries/basket.server.ts'

export const links: LinksFunction = () => [{ rel: 'manifest', href: '/shop.webmanifest' }]

/** What the reader's basket holds, for every shop page; a visitor without a basket costs no query. */
export async function loader({ request }: LoaderFunctionArgs): Promise<ShopLayoutData> {
  const basketId = basketIdOf(request)
  if (basketId === null) return { quantities: {} }
  const viewer = await viewerOf(request)
  return { quantities: await findBasketQuantities(db().reader, { basketId, userId: viewer?.userId ?? null }) }
}

export default function ShopLayout() {
  return <Outlet />
}

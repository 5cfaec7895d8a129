import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { FarmShopSheet } from '#app/components/shop/brands/farm-shop-sheet.tsx'
import { hasStorefront, rememberStorefront } from '#app/http/basket.server.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { pageHead } from '#app/i18n/page-head.ts'
import { headFarmShop } from './head-farm-shop.ts'
import { loadFarmShop } from './load-farm-shop.server.ts'

const Params = z.object({ slug: z.string().min(1).max(64) })

/** A farm's own shop. Whoever enters one before any other becomes its customer: the first shop is the home. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { slug } = parseParams(params, Params)
  const { farmId, page } = await loadFarmShop(request, slug)
  return data(page, hasStorefront(request) ? {} : { headers: { 'Set-Cookie': rememberStorefront(farmId) } })
}

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageHead(matches, (locale, origin) => (page ? headFarmShop(page, locale, origin) : { title: '', description: '', path: null }))

export default function FarmShop() {
  return <FarmShopSheet {...useLoaderData<typeof loader>()} />
}

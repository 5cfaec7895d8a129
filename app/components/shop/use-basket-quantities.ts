import { useRouteLoaderData } from '@remix-run/react'
import type { ShopFront } from './shop-front.ts'

/** What the shop's layout loads for every page under it. */
export type ShopLayoutData = {
  quantities: Record<string, number>
  /** on a farm's own host: whose shop this is */
  front: ShopFront | null
}

const none: Record<string, number> = {}

/** How many of each size the reader's basket holds; empty on pages outside the shop's layout. */
export const useBasketQuantities = (): Record<string, number> =>
  useRouteLoaderData<() => ShopLayoutData>('routes/shop/layout')?.quantities ?? none

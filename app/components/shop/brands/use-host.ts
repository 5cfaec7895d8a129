import { useRouteLoaderData } from '@remix-run/react'
import type { ShopLayoutData } from '../use-basket-quantities.ts'

/** The alliance's own site, as the operator has set it; empty on pages that could not load. */
export const useSite = (): string => useRouteLoaderData<{ origin: string }>('root')?.origin ?? ''

/** On a farm's own host: that farm's shop, of which every page there is one. */
export const useHostFront = () => useRouteLoaderData<() => ShopLayoutData>('routes/shop/layout')?.front ?? null

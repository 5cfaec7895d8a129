import { index, type RouteConfigEntry } from '@remix-run/route-config'

export const shopRoutes: RouteConfigEntry[] = [index('routes/shop/home.tsx')]

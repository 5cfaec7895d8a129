import { index, type RouteConfigEntry, route } from '@remix-run/route-config'

/** A farm's back office. The layout is a frame; every page asks for itself who is there. */
export const farmRoutes: RouteConfigEntry[] = [
  route('farm', 'routes/farm/layout.tsx', [
    index('routes/farm/today.tsx'),
    route('consignments', 'routes/farm/consignments.tsx'),
    route('consignments/labels', 'routes/farm/labels.tsx'),
    route('listings', 'routes/farm/listings.tsx'),
  ]),
]

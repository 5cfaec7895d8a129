import type { RouteConfig } from '@remix-run/route-config'
import { accountRoutes } from './routes/account/routes.ts'
import { allianceRoutes } from './routes/alliance/routes.ts'
import { apiRoutes } from './routes/api/routes.ts'
import { courierRoutes } from './routes/courier/routes.ts'
import { farmRoutes } from './routes/farm/routes.ts'
import { leaderRoutes } from './routes/leader/routes.ts'
import { shareRoutes } from './routes/share/routes.ts'
import { shopRoutes } from './routes/shop/routes.ts'

/** Every URL there is, a table for each area. */
export default [
  ...shopRoutes,
  ...accountRoutes,
  ...farmRoutes,
  ...leaderRoutes,
  ...allianceRoutes,
  ...courierRoutes,
  ...apiRoutes,
  ...shareRoutes,
] satisfies RouteConfig

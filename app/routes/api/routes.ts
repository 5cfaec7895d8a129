import { type RouteConfigEntry, route } from '@remix-run/route-config'

export const apiRoutes: RouteConfigEntry[] = [
  route('language', 'routes/api/language.ts'),
  route('api/auth/*', 'routes/api/auth.ts'),
  route('webhooks/stripe', 'routes/api/stripe-webhook.ts'),
]

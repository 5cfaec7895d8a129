import { type RouteConfigEntry, route } from '@remix-run/route-config'

export const apiRoutes: RouteConfigEntry[] = [
  route('language', 'routes/api/language.ts'),
  route('api/auth/*', 'routes/api/auth.ts'),
  route('media/:mediaId/:file', 'routes/api/media.ts'),
  route('api/plan', 'routes/api/plan.ts'),
  route('webhooks/stripe', 'routes/api/stripe-webhook.ts'),
]

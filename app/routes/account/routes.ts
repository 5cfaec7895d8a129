import { type RouteConfigEntry, route } from '@remix-run/route-config'

export const accountRoutes: RouteConfigEntry[] = [
  route('sign-in', 'routes/account/sign-in.tsx'),
  route('sign-in/code', 'routes/account/sign-in-code.tsx'),
  route('sign-in/forgotten', 'routes/account/forgotten.tsx'),
  route('sign-in/new-password', 'routes/account/new-password.tsx'),
  route('register', 'routes/account/register.tsx'),
  route('sign-out', 'routes/account/sign-out.ts'),
  route('account', 'routes/account/account.tsx'),
  route('account/deliveries.ics', 'routes/account/deliveries-calendar.ts'),
  route('account/orders', 'routes/account/account-orders.tsx'),
  route('account/addresses', 'routes/account/addresses.tsx'),
  route('account/addresses/:addressId', 'routes/account/address.tsx'),
  route('account/credit', 'routes/account/credit.tsx'),
  route('account/settings', 'routes/account/settings.tsx'),
  route('account/settings/access', 'routes/account/access.tsx'),
  route('account/settings/mail', 'routes/account/confirm-mail.tsx'),
  route('account/push', 'routes/account/push.ts'),
]

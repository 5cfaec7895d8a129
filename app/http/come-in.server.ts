import { redirect } from '@remix-run/node'
import type { SignedIn } from '#app/services/identity/sign-in.server.ts'
import { basketIdOf, rememberBasket, storefrontOf } from './basket.server.ts'
import { forgetGuestOrders, guestOrdersOf } from './guest-orders.server.ts'
import { pathOnly } from './path-only.server.ts'
import { forgetPendingCode } from './pending-code.server.ts'
import { homePathOf } from './viewer.server.ts'

/** What a browser brings to a sign-in: where it comes from and what was done in it as a guest. */
export const browserOf = (request: Request) => ({
  client: request.headers,
  storefrontId: storefrontOf(request),
  basketId: basketIdOf(request),
  guestOrders: guestOrdersOf(request),
})

/** Lets someone in: their session and basket in cookies, and on to where they were going, else to where they work. */
export function comeIn({ roles, setCookies, basketId, isCustomer }: SignedIn, returnTo: string | null | undefined): Response {
  const headers = new Headers()
  for (const cookie of setCookies) headers.append('Set-Cookie', cookie)
  if (basketId) headers.append('Set-Cookie', rememberBasket(basketId))
  if (isCustomer) headers.append('Set-Cookie', forgetGuestOrders())
  headers.append('Set-Cookie', forgetPendingCode())
  return redirect(pathOnly(returnTo, homePathOf(roles)), { headers })
}

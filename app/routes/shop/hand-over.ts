import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { basketIdOf, hasStorefront, rememberBasket, rememberStorefront } from '#app/http/basket.server.ts'
import { readHandOver } from '#app/http/hand-over.server.ts'
import { pathOnly } from '#app/http/path-only.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { secretOfSessions } from '#app/http/session-secret-of-process.server.ts'
import { customerOf } from '#app/http/viewer.server.ts'
import { takeOverBasket } from '#app/services/brands/take-over-basket.server.ts'

/** A browser comes over from a farm's own host: its basket and its first shop come along, if the token is ours, fresh and unused. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const to = pathOnly(searchParams.get('to'))
  const headers = new Headers({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
  const handed = readHandOver(searchParams.get('token') ?? '', { secret: secretOfSessions(), now: now() })
  if (handed === null) return redirect(to, { headers })
  if (!hasStorefront(request)) headers.append('Set-Cookie', rememberStorefront(handed.storefrontId))
  if (handed.basketId !== 'none') {
    const customer = await customerOf(request)
    const basketId = await takeOverBasket(db(), {
      nonce: handed.nonce,
      basketId: handed.basketId,
      guestBasketId: basketIdOf(request),
      customerId: customer?.customerId ?? null,
      now: now(),
    })
    if (basketId !== null) headers.append('Set-Cookie', rememberBasket(basketId))
  }
  return redirect(to, { headers })
}

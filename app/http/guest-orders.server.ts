import { parse, serialize } from './cookies.server.ts'

const cookieName = 'guest_orders'
const quarterS = 90 * 24 * 3600
const mostKept = 20

/**
 * An order placed without an account, and what shows that this browser placed it: the random placement key of
 * the form, which only that browser and the order know. Ownership is asked of the database by both together.
 */
export type GuestOrder = { orderId: string; placementKey: string }

/** What this browser says it placed, newest first; nothing here is believed before the database agrees. */
export function guestOrdersOf(request: Request): GuestOrder[] {
  const kept = parse(request.headers.get('cookie'))[cookieName] ?? ''
  return kept
    .split(',')
    .slice(0, mostKept)
    .flatMap((pair) => {
      const [, orderId, placementKey] = /^(ord_\w{1,40})\.([\da-f-]{36})$/.exec(pair) ?? []
      return orderId && placementKey ? [{ orderId, placementKey }] : []
    })
}

/** The key this browser holds to one order. */
export const guestKeyOf = (request: Request, orderId: string): string | null =>
  guestOrdersOf(request).find((order) => order.orderId === orderId)?.placementKey ?? null

/** The Set-Cookie value that adds an order; the oldest beyond 20 are forgotten. */
export function rememberGuestOrder(request: Request, placed: GuestOrder): string {
  const others = guestOrdersOf(request).filter((order) => order.orderId !== placed.orderId)
  const kept = [placed, ...others].slice(0, mostKept).map((order) => `${order.orderId}.${order.placementKey}`)
  return serialize(cookieName, kept.join(), { maxAgeS: quarterS })
}

/** The Set-Cookie value after an account has claimed them. */
export const forgetGuestOrders = () => serialize(cookieName, '', { maxAgeS: 0 })

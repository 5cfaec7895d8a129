import { expect, test } from 'vitest'
import { guestKeyOf, guestOrdersOf, rememberGuestOrder } from './guest-orders.server.ts'

const key = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
const asking = (setCookie = '') => new Request('http://shop.test/', { headers: { cookie: setCookie.split(';', 1)[0]! } })

test('a browser keeps the orders it placed, newest first, and the key to each', () => {
  const first = rememberGuestOrder(asking(), { orderId: 'ord_a', placementKey: key(1) })
  const second = asking(rememberGuestOrder(asking(first), { orderId: 'ord_b', placementKey: key(2) }))
  expect(guestOrdersOf(second).map((order) => order.orderId)).toEqual(['ord_b', 'ord_a'])
  expect(guestKeyOf(second, 'ord_a')).toBe(key(1))
  expect(guestKeyOf(second, 'ord_c')).toBeNull()
})

test('scripts cannot read the list', () => {
  expect(rememberGuestOrder(asking(), { orderId: 'ord_a', placementKey: key(1) })).toContain('HttpOnly')
})

test('an order placed twice by one form is listed once', () => {
  const once = rememberGuestOrder(asking(), { orderId: 'ord_a', placementKey: key(1) })
  expect(guestOrdersOf(asking(rememberGuestOrder(asking(once), { orderId: 'ord_a', placementKey: key(1) })))).toHaveLength(1)
})

test('the list never outgrows a cookie', () => {
  let cookie = ''
  for (let n = 0; n < 30; n++) cookie = rememberGuestOrder(asking(cookie), { orderId: `ord_${n}`, placementKey: key(n) })
  expect(guestOrdersOf(asking(cookie)).map((order) => order.orderId)).toEqual(Array.from({ length: 20 }, (_, n) => `ord_${29 - n}`))
  expect(cookie.length).toBeLessThan(4000)
})

test('anything else in the cookie counts for nothing', () => {
  expect(guestOrdersOf(asking('guest_orders=ord_a,ord_b.,.x,ord_c.not-a-key'))).toEqual([])
})

import { publicUrl } from '#app/http/runtime.server.ts'

/** Where the payment page leads back to: the order, which only reads. Coming back says nothing about the money. */
export const paymentUrls = (orderId: string) => {
  const order = `${publicUrl()}/orders/${orderId}`
  return { success: `${order}?paid=1`, cancel: order }
}

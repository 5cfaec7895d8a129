import { publicUrl } from './runtime.server.ts'

/** Where the payment page leads back to: the order's page, which only reads. Coming back says nothing about the money. */
export const paymentUrls = (orderPath: string) => {
  const order = `${publicUrl()}${orderPath}`
  return { success: `${order}?paid=1`, cancel: order }
}

import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { boughtMessages } from '#app/i18n/messages/bought.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

/** One press: what is left of an order goes into the basket, and on to the checkout. */
export function OrderAgainForm({ orderId }: { orderId: string }) {
  const t = useMessages(boughtMessages)
  return (
    <Form method="post" action={`/orders/${orderId}/again`} className="flex flex-wrap items-center gap-x-4 gap-y-1 print:hidden">
      <Button type="submit">{t.again}</Button>
      <span className="text-sm text-ink-2">{t.againHint}</span>
    </Form>
  )
}

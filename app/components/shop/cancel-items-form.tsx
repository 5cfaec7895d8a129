import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { orderChangeMessages } from '#app/i18n/messages/order-change.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

export type CancelItem = {
  id: string
  quantity: number
  amountFen: number
  productZh: string
  productEn: string
  variantZh: string
  variantEn: string
  isPacked: boolean
}

/** What of an order its customer no longer wants: everything no farm has packed can be ticked. */
export function CancelItemsForm({ items, requestKey }: { items: readonly CancelItem[]; requestKey: string }) {
  const t = useMessages(orderChangeMessages)
  const pick = usePick()
  const isCancelling = useNavigation().formData?.get('intent') === 'cancel'
  const isNone = items.every(({ isPacked }) => isPacked)
  return (
    <Form method="post" className="flex flex-col gap-3 rounded-md border border-rule bg-paper p-4">
      <h2 className="text-xl">{t.itemsTitle}</h2>
      <p className="text-ink-2">{isNone ? t.noItems : t.itemsLead}</p>
      <input type="hidden" name="requestKey" value={requestKey} />
      <ul className="divide-y divide-rule">
        {items.map((item) => (
          <li key={item.id}>
            <label className="flex min-h-11 items-center gap-3 py-1">
              <input type="checkbox" name="lineId" value={item.id} disabled={item.isPacked} className="size-5 shrink-0 accent-leaf" />
              <span className="min-w-0 flex-1">
                {pick(item.productZh, item.productEn)}
                <span className="block text-sm text-ink-2">
                  {pick(item.variantZh, item.variantEn)} × {item.quantity}
                  {item.isPacked ? ` · ${t.packed}` : ''}
                </span>
              </span>
              <span className="whitespace-nowrap">{formatFen(item.amountFen)}</span>
            </label>
          </li>
        ))}
      </ul>
      {isNone ? null : (
        <Button type="submit" look="danger" name="intent" value="cancel" disabled={isCancelling} className="self-start">
          {isCancelling ? t.cancelling : t.cancelItems}
        </Button>
      )}
    </Form>
  )
}

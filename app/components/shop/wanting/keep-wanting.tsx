import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { SelectField } from '#app/components/ui/field.tsx'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { WishForm, type WishState } from './wish-form.tsx'

type Size = { id: string; nameZh: string; nameEn: string }
export type Wanting = {
  productId: string
  isBox: boolean
  canSubscribe: boolean
  /** the sizes that can be brought regularly: what is sold ahead of its harvest is not */
  brought: readonly Size[]
  wish: WishState | null
}

type Offer = Wanting & { sizes: readonly { left: number }[] }

/** On a product's page: have it brought regularly, or keep an eye on it. A box's offer stands open. */
export function KeepWanting({ productId, isBox, canSubscribe, brought, wish, sizes }: Offer) {
  const t = useMessages(wantingMessages)
  const pick = usePick()
  return (
    <section aria-label={t.offerTitle} className="flex flex-col gap-3">
      <WishForm productId={productId} wish={wish} canTell={sizes.every(({ left }) => left === 0)} />
      {canSubscribe && brought.length < sizes.length ? <p className="text-sm text-ink-2">{t.notAhead}</p> : null}
      {canSubscribe && brought.length > 0 ? (
        <details open={isBox} className="rounded-md border border-rule bg-paper px-4">
          <summary className="min-h-11 cursor-pointer py-2 font-semibold">{t.offerTitle}</summary>
          <Form method="get" action="/account/subscriptions/new" className="flex flex-col gap-3 pb-4">
            <p className="text-sm text-ink-2">{t.offerLead}</p>
            {brought.length > 1 ? (
              <SelectField id="subscribe-size" label={t.whichSize} name="variantId">
                {brought.map((size) => (
                  <option key={size.id} value={size.id}>
                    {pick(size.nameZh, size.nameEn)}
                  </option>
                ))}
              </SelectField>
            ) : (
              <input type="hidden" name="variantId" value={brought[0]?.id} />
            )}
            <SelectField id="subscribe-every" label={t.howOften} name="everyWeeks">
              <option value="1">{t.every1}</option>
              <option value="2">{t.every2}</option>
              <option value="4">{t.every4}</option>
            </SelectField>
            <Button type="submit" look="plain" className="self-start">
              {t.goOn}
            </Button>
          </Form>
        </details>
      ) : null}
    </section>
  )
}

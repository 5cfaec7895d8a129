import { Link, useFetcher, useLocation } from '@remix-run/react'
import type { FormEvent } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { hadField } from '#app/domain/ordering/had-field.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { productMessages } from '#app/i18n/messages/shop-product.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import type { BasketAnswer } from './basket-stepper.tsx'
import { type PickableSize, SizePicker } from './size-picker.tsx'
import { useBasketQuantities } from './use-basket-quantities.ts'

const counts = [1, 2, 3, 4, 5, 6, 8, 10]

/** Choose a size and how many, and put them in: on top of what the page says is in the basket, however often it is pressed. */
export function AddToBasket({ sizes }: { sizes: readonly PickableSize[] }) {
  const t = useMessages(productMessages)
  const shop = useMessages(shopMessages)
  const { pathname, search } = useLocation()
  const inBasket = useBasketQuantities()
  const fetcher = useFetcher<BasketAnswer>()
  const chosen = sizes.find(({ left }) => left > 0)
  const answer = fetcher.state === 'idle' ? fetcher.data : undefined

  const post = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    form.delete('returnTo')
    fetcher.submit(form, { method: 'post', action: '/basket' })
  }

  return (
    <form method="post" action="/basket" onSubmit={post} className="flex flex-col gap-4">
      <input type="hidden" name="returnTo" value={pathname + search} />
      {sizes.map(({ id }) => (
        <input key={id} type="hidden" name={hadField(id)} value={inBasket[id] ?? 0} />
      ))}
      <SizePicker sizes={sizes} chosenId={chosen?.id ?? ''} inBasket={inBasket} />
      {chosen ? (
        <div className="flex gap-3">
          <select name="add" aria-label={t.quantity} className="min-h-12 rounded-sm border-2 border-ink bg-paper px-3">
            {counts.map((count) => (
              <option key={count} value={count}>
                {t.pieces(count)}
              </option>
            ))}
          </select>
          <Button type="submit" className="min-h-12 flex-1 border-2 border-ink text-lg">
            {fetcher.state === 'idle' ? t.addLabel : '…'}
          </Button>
        </div>
      ) : null}
      <div aria-live="polite">
        {answer?.refusal ? (
          <Notice tone="warn">
            {answer.refusal.code === 'not_enough' ? shop.notEnough(answer.refusal.available) : shop.unknownVariant}
          </Notice>
        ) : null}
        {answer && !answer.refusal ? (
          <Notice tone="good">
            {t.added}{' '}
            <Link to="/basket" className="font-semibold text-indigo">
              {t.toBasket}
            </Link>
          </Notice>
        ) : null}
      </div>
    </form>
  )
}

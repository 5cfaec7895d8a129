import { useFetcher, useLocation } from '@remix-run/react'
import { type FormEvent, useRef } from 'react'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { useBasketQuantities } from './use-basket-quantities.ts'

export type BasketAnswer = { refusal: { code: 'not_enough'; available: number } | { code: 'unknown_variant' } | null }

type Stepped = {
  variantId: string
  name: string
  /** units that can be sold */
  left: number
  /** where a reader without JavaScript comes back to on this page */
  anchor?: string
}

const button = 'flex min-h-11 items-center justify-center border-2 border-ink font-bold disabled:opacity-50'

/**
 * Puts one into the basket, then counts up and down. Each press posts how many there shall be, so pressing twice is
 * harmless; with JavaScript the count changes at once and the page stays.
 */
export function BasketStepper({ variantId, name, left, anchor }: Stepped) {
  const t = useMessages(shopMessages)
  const { pathname, search } = useLocation()
  const fetcher = useFetcher<BasketAnswer>()
  const moreButton = useRef<HTMLButtonElement>(null)
  const inBasket = useBasketQuantities()[variantId] ?? 0
  const posted = fetcher.formData?.get('quantity')
  const quantity = typeof posted === 'string' ? Number(posted) : inBasket
  const refusal = fetcher.state === 'idle' ? fetcher.data?.refusal : null

  const post = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter)
    form.delete('returnTo')
    fetcher.submit(form, { method: 'post', action: '/basket' })
    if (form.get('quantity') === '0') moreButton.current?.focus()
  }

  return (
    <form method="post" action="/basket" onSubmit={post}>
      <input type="hidden" name="variantId" value={variantId} />
      <input type="hidden" name="returnTo" value={`${pathname}${search}${anchor ? `#${anchor}` : ''}`} />
      <div className="flex w-full">
        {quantity > 0 ? (
          <>
            <button
              key="fewer"
              type="submit"
              name="quantity"
              value={Math.min(quantity - 1, left)}
              aria-label={t.fewer(name)}
              className={`${button} w-11 shrink-0 rounded-l-sm bg-paper`}
            >
              −
            </button>
            <output
              key="count"
              aria-label={t.inBasket(quantity)}
              className="flex flex-1 items-center justify-center border-y-2 border-ink font-bold"
            >
              {quantity}
            </output>
          </>
        ) : null}
        <button
          key="more"
          ref={moreButton}
          type="submit"
          name="quantity"
          value={quantity + 1}
          disabled={quantity >= left}
          aria-label={quantity > 0 ? t.more(name) : t.addNamed(name)}
          className={
            quantity > 0 ? `${button} w-11 shrink-0 rounded-r-sm bg-leaf text-on-leaf` : `${button} flex-1 rounded-sm bg-leaf text-on-leaf`
          }
        >
          {quantity > 0 ? '+' : t.add}
        </button>
      </div>
      {refusal ? (
        <p role="alert" className="mt-1 text-xs font-semibold text-pepper">
          {refusal.code === 'not_enough' ? t.notEnough(refusal.available) : t.unknownVariant}
        </p>
      ) : null}
    </form>
  )
}

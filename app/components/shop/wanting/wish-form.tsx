import { Form, useLocation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

export type WishState = { tellWhenBack: boolean; toldAt: Date | null }

/** Puts a product on the wish list or takes it off; what is sold out can be waited for. `name` where several stand on one page. */
export function WishForm({
  productId,
  name,
  wish,
  canTell,
}: {
  productId: string
  name?: string
  wish: WishState | null
  canTell: boolean
}) {
  const t = useMessages(wantingMessages)
  const { pathname } = useLocation()
  const isWaiting = wish?.tellWhenBack === true
  // On the list itself, that it is on the list need not be said.
  const kept = name === undefined ? t.wishKept : null
  const said = wish && (isWaiting ? t.wishWaiting : wish.toldAt ? t.wishTold : kept)
  const label = (named: (name: string) => string) => (name === undefined ? {} : { 'aria-label': named(name) })
  return (
    <Form method="post" action="/account/wishes" preventScrollReset className="flex flex-wrap items-center gap-2">
      <input type="hidden" name="productId" value={productId} />
      <input type="hidden" name="returnTo" value={pathname} />
      {name === undefined ? null : <span className="min-w-0 flex-1 basis-24 font-semibold">{name}</span>}
      {canTell && !isWaiting ? (
        <Button type="submit" name="wish" value="tell" {...label(t.wishTellThis)}>
          {t.wishTell}
        </Button>
      ) : null}
      {wish === null ? (
        <Button type="submit" name="wish" value="keep" look="plain">
          <span aria-hidden="true">♡</span> {t.wishKeep}
        </Button>
      ) : (
        <Button type="submit" name="wish" value="drop" look="plain" {...label(t.wishDropThis)}>
          <span aria-hidden="true">♥</span> {t.wishDrop}
        </Button>
      )}
      {said ? <span className="text-sm text-ink-2">{said}</span> : null}
    </Form>
  )
}

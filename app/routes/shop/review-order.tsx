import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { ReviewForm } from '#app/components/shop/review-form.tsx'
import { ReviewPictures } from '#app/components/shop/review-list.tsx'
import { ShopShell } from '#app/components/shop/shop-shell.tsx'
import { StarRow } from '#app/components/shop/star-row.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { db } from '#app/http/runtime.server.ts'
import { reviewMessages } from '#app/i18n/messages/reviews.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { findReviewsOfLines } from '#db/queries/catalog/reviews.server.ts'
import { sendReview } from './send-review.server.ts'
import { theirOrder } from './their-order.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => reviewMessages[locale].orderTitle(page?.number ?? ''))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { order, lines } = await theirOrder(request, params)
  const received = lines.filter(({ status }) => status === 'delivered' || status === 'accepted')
  const written = await findReviewsOfLines(
    db().reader,
    received.map(({ id }) => id),
  )
  const ofLine = new Map(written.map((review) => [review.lineId, review]))
  return {
    orderId: order.id,
    number: order.number,
    isThanked: new URL(request.url).searchParams.has('thanks'),
    items: received.map(({ id, productSlug, productZh, productEn, variantZh, variantEn }) => {
      const review = ofLine.get(id) ?? null
      return { id, productSlug, productZh, productEn, variantZh, variantEn, review }
    }),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { order } = await theirOrder(request, params)
  const sent = await sendReview(request, { orderId: order.id, customerId: order.customerId })
  return sent.ok ? redirect(`/orders/${order.id}/reviews?thanks`) : data(sent.refusal, { status: sent.refusal.status })
}

export default function ReviewOrder() {
  const t = useMessages(reviewMessages)
  const pick = usePick()
  const { orderId, number, items, isThanked } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <ShopShell>
      <div className="mx-auto flex w-full max-w-2xl flex-col gap-4 px-4 pt-6 pb-12">
        <h1 className="text-3xl">{t.orderTitle(number)}</h1>
        <Link to={`/orders/${orderId}`} className="inline-flex min-h-11 items-center self-start text-indigo underline">
          {t.back}
        </Link>
        {answered ? <Notice tone="bad" title={t[answered.code]} /> : null}
        {isThanked && !answered ? <Notice tone="good" title={t.thanks} /> : null}
        <p className="text-ink-2">{items.length > 0 ? t.orderLead : t.not_received}</p>
        {items.map((item) => (
          <section key={item.id} aria-labelledby={`item-${item.id}`} className="flex flex-col gap-3 border-t-2 border-ink pt-4">
            <h2 id={`item-${item.id}`} className="font-given text-xl">
              <Link to={`/products/${item.productSlug}`}>{pick(item.productZh, item.productEn)}</Link>
              <span className="block text-sm text-ink-2">{pick(item.variantZh, item.variantEn)}</span>
            </h2>
            {item.review ? (
              <>
                <StarRow stars={item.review.stars} />
                <p className="break-words whitespace-pre-line">{item.review.text}</p>
                <ReviewPictures pictures={item.review.pictures} />
                {item.review.hiddenReason ? <Notice tone="warn" title={t.hiddenYours(item.review.hiddenReason)} /> : null}
                {item.review.answer ? (
                  <p className="border-l-2 border-leaf pl-3 break-words whitespace-pre-line">
                    <b className="block text-sm">{t.farmAnswer}</b>
                    {item.review.answer}
                  </p>
                ) : null}
              </>
            ) : (
              <ReviewForm lineId={item.id} typed={answered?.typed.lineId === item.id ? answered : null} />
            )}
          </section>
        ))}
      </div>
    </ShopShell>
  )
}

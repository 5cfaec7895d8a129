import { ReviewPictures } from '#app/components/shop/review-list.tsx'
import { StarRow } from '#app/components/shop/star-row.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatMoment, formatShortDay } from '#app/i18n/format.ts'
import { reviewMessages } from '#app/i18n/messages/reviews.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

type Reviewed = {
  productZh: string
  productEn: string
  farmZh?: string
  farmEn?: string
  harvestedOn?: string | null
  stars: number
  text: string
  pictures: readonly string[]
  writtenAt: Date
  hiddenReason: string | null
}

/** A review as those read it who answer for the goods: of what, of which lot, how many stars, what was said. */
export function ReviewHead(review: Reviewed) {
  const t = useMessages(reviewMessages)
  const locale = useLocale()
  const pick = usePick()
  const { farmZh, farmEn, harvestedOn, hiddenReason } = review
  return (
    <>
      <h2 className="text-lg">
        {pick(review.productZh, review.productEn)}
        {farmZh && farmEn ? <span className="text-ink-2"> · {pick(farmZh, farmEn)}</span> : null}
      </h2>
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
        <StarRow stars={review.stars} />
        {harvestedOn ? <span>{t.pickedOn(formatShortDay(harvestedOn, locale))}</span> : null}
        <span>{formatMoment(review.writtenAt, locale)}</span>
      </p>
      {hiddenReason ? <StatusMark tone="bad">{t.isHidden(hiddenReason)}</StatusMark> : null}
      {review.text ? <p className="break-words whitespace-pre-line">{review.text}</p> : null}
      <ReviewPictures pictures={review.pictures} />
    </>
  )
}

import { Link } from '@remix-run/react'
import { picturePath } from '#app/domain/media/picture-files.ts'
import { formatMoment, formatShortDay } from '#app/i18n/format.ts'
import { reviewMessages } from '#app/i18n/messages/reviews.ts'
import { starMessages } from '#app/i18n/messages/stars.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { StarRow } from './star-row.tsx'

export type ReviewShown = {
  id: string
  stars: number
  text: string
  pictures: readonly string[]
  writtenAt: Date
  harvestedOn: string | null
  farm: string
  answer: string | null
}

type Reviews = { reviews: readonly ReviewShown[]; ratings: number; stars: number; older: string | null; isPaged: boolean }

/** What buyers say of a product: how many stars in all, then each with its lot and the farm's answer. */
export function ReviewList({ reviews, ratings, stars, older, isPaged }: Reviews) {
  const t = useMessages(reviewMessages)
  const words = useMessages(starMessages)
  return (
    <section id="reviews" aria-labelledby="reviews-title" className="further-down mx-auto max-w-6xl px-4 pt-12">
      <h2 id="reviews-title" className="text-2xl">
        {t.title}
      </h2>
      {ratings === 0 ? (
        <p className="pt-2 text-ink-2">{t.none}</p>
      ) : (
        <p className="flex flex-wrap items-center gap-x-3 pt-2">
          <StarRow stars={stars / ratings} />
          <b>{words.rating((stars / ratings).toFixed(1), ratings)}</b>
          <span className="text-sm text-ink-2">{t.onlyBuyers}</span>
        </p>
      )}
      <ul className="grid gap-x-10 md:grid-cols-2">
        {reviews.map((review) => (
          <ReviewItem key={review.id} review={review} />
        ))}
      </ul>
      <p className="flex gap-4">
        {isPaged ? <More to="?#reviews">{t.newest}</More> : null}
        {older ? <More to={`?before=${older}#reviews`}>{t.older}</More> : null}
      </p>
    </section>
  )
}

const More = ({ to, children }: { to: string; children: string }) => (
  <Link to={to} className="inline-flex min-h-11 items-center text-indigo underline">
    {children}
  </Link>
)

function ReviewItem({ review }: { review: ReviewShown }) {
  const t = useMessages(reviewMessages)
  const locale = useLocale()
  const about = review.harvestedOn === null ? t.fromFarm(review.farm) : t.pickedOn(formatShortDay(review.harvestedOn, locale))
  return (
    <li className="flex flex-col gap-2 border-b border-rule py-4">
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-2">
        <StarRow stars={review.stars} />
        <span>{about}</span>
        <span>{formatMoment(review.writtenAt, locale)}</span>
      </p>
      {review.text ? <p className="break-words whitespace-pre-line">{review.text}</p> : null}
      <ReviewPictures pictures={review.pictures} />
      {review.answer ? (
        <p className="border-l-2 border-leaf pl-3 break-words whitespace-pre-line">
          <b className="block text-sm">{t.answerOf(review.farm)}</b>
          {review.answer}
        </p>
      ) : null}
    </li>
  )
}

/** Pictures of a review, each opening large. */
export function ReviewPictures({ pictures }: { pictures: readonly string[] }) {
  const t = useMessages(reviewMessages)
  if (pictures.length === 0) return null
  return (
    <ul className="flex flex-wrap gap-2">
      {pictures.map((mediaId, index) => (
        <li key={mediaId}>
          <a href={picturePath(mediaId, 'large.webp')} className="block rounded-sm border border-rule">
            <img
              src={picturePath(mediaId, 'small.webp')}
              alt={t.picture(index + 1)}
              width={96}
              height={96}
              loading="lazy"
              decoding="async"
              className="size-24 rounded-sm object-cover"
            />
          </a>
        </li>
      ))}
    </ul>
  )
}

import { starMessages } from '#app/i18n/messages/stars.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

const points = 'M10 1.8l2.5 5.3 5.8.7-4.3 4 1.1 5.7L10 14.7l-5.1 2.8 1.1-5.7-4.3-4 5.8-.7z'

/** Stars as ink stamps: filled ones count, and words say how many. */
export function StarRow({ stars }: { stars: number }) {
  const t = useMessages(starMessages)
  return (
    <span className="inline-flex items-center gap-0.5" role="img" aria-label={t.starsOf(stars)}>
      {[1, 2, 3, 4, 5].map((place) => (
        <Star key={place} filled={place <= Math.round(stars)} />
      ))}
    </span>
  )
}

const Star = ({ filled }: { filled: boolean }) => (
  <svg
    viewBox="0 0 20 20"
    width={16}
    height={16}
    aria-hidden="true"
    className={filled ? 'fill-rape stroke-ink' : 'fill-none stroke-control'}
  >
    <path d={points} strokeWidth={1.4} strokeLinejoin="round" />
  </svg>
)

/** A product's stars in little, for a card: none when nobody has said anything. */
export function RatingChip({ ratings, stars }: { ratings: number; stars: number }) {
  const t = useMessages(starMessages)
  if (ratings === 0) return null
  const mean = (stars / ratings).toFixed(1)
  return (
    <span className="inline-flex items-center gap-1 text-sm text-ink-2">
      <Star filled />
      <span aria-hidden="true">{t.short(mean, ratings)}</span>
      <span className="sr-only">{t.rating(mean, ratings)}</span>
    </span>
  )
}

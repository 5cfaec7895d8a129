import { classNames } from '#app/components/ui/class-names.ts'
import { isInSeason, type Season } from '#app/domain/catalog/season.ts'
import { aheadMessages } from '#app/i18n/messages/ahead.ts'
import { productMessages } from '#app/i18n/messages/shop-product.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

const months = Array.from({ length: 12 }, (_, i) => i + 1)

/** The year as twelve boxes, the months of harvest filled; the words stand beside it for whoever cannot see it. */
export function SeasonStrip({ season, month }: { season: Season | null; month: number }) {
  const t = useMessages(productMessages)
  const ahead = useMessages(aheadMessages)
  if (season === null) return <p>{t.allYear}</p>
  return (
    <div>
      <p>
        {t.month(season.from)} – {t.month(season.to)} ·{' '}
        {isInSeason(season, month) ? ahead.inSeason : ahead.nextSeason(t.month(season.from))}
      </p>
      <ol aria-hidden="true" className="mt-2 grid max-w-md grid-cols-12 border-2 border-ink text-center text-sm">
        {months.map((one) => (
          <li
            key={one}
            className={classNames(
              'border-r border-rule py-1 last:border-r-0',
              isInSeason(season, one) ? 'bg-rape font-semibold text-on-rape' : 'bg-paper text-ink-2',
              one === month && 'underline decoration-4 underline-offset-4',
            )}
          >
            {t.monthShort(one)}
          </li>
        ))}
      </ol>
    </div>
  )
}

import { classNames } from '#app/components/ui/class-names.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { aheadMessages } from '#app/i18n/messages/ahead.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

export type ShownAdoption = {
  kind: 'tree' | 'hen' | 'plot'
  where: string
  places: number
  taken: number
  dates: readonly { on: string; units: number; what: string }[]
}

/** What is adopted, where it is, what it brings and when, and the places left, drawn. */
export function AdoptionSeason({ offer }: { offer: ShownAdoption }) {
  const t = useMessages(aheadMessages)
  const [first] = offer.dates
  return (
    <section className="flex flex-col gap-4 rounded-md border-2 border-ink bg-paper p-4">
      <dl className="grid grid-cols-[fit-content(40%)_minmax(0,1fr)] gap-x-4 gap-y-1">
        <dt className="text-ink-2">{t.what}</dt>
        <dd className="font-semibold">{t[offer.kind]}</dd>
        <dt className="text-ink-2">{t.where}</dt>
        <dd>{offer.where}</dd>
        <dt className="text-ink-2">{t.brings}</dt>
        <dd>
          {first ? <span className="block">{`${first.what} × ${first.units}`}</span> : null}
          {t.onDates(offer.dates.length)}
        </dd>
      </dl>
      <DateStrip dates={offer.dates.map(({ on }) => on)} />
      <PlacesLeft places={offer.places} taken={offer.taken} />
    </section>
  )
}

/** A season as a strip: a crate for each of its delivery dates. */
export function DateStrip({ dates, cameUntil = 0 }: { dates: readonly string[]; cameUntil?: number }) {
  const t = useMessages(aheadMessages)
  const locale = useLocale()
  return (
    <ol aria-label={t.delivers} className="flex flex-wrap pt-0.5 pl-0.5">
      {dates.map((on, index) => (
        <li
          key={on}
          className={classNames(
            '-mt-0.5 -ml-0.5 min-w-24 border-2 border-ink px-2 py-2 text-center text-sm font-semibold whitespace-nowrap',
            index < cameUntil ? 'bg-leaf-tint' : 'bg-rape-tint',
          )}
        >
          {t.dateFrom(formatShortDay(on, locale))}
          {index < cameUntil ? <span aria-hidden="true"> ✓</span> : null}
        </li>
      ))}
    </ol>
  )
}

const mostDrawn = 60

/** Every place as a little tag, those taken filled; many are drawn as one bar. The words say the same. */
export function PlacesLeft({ places, taken }: { places: number; taken: number }) {
  const t = useMessages(aheadMessages)
  const left = Math.max(0, places - taken)
  return (
    <div className="flex flex-col gap-1">
      <p className={classNames('text-sm font-semibold', left === 0 && 'text-pepper')}>
        {left === 0 ? t.placesFull(places) : t.places(left, places)}
      </p>
      {places <= mostDrawn ? (
        <span aria-hidden="true" className="flex flex-wrap gap-1">
          {Array.from({ length: places }, (_, index) => index + 1).map((place) => (
            <span key={place} className={classNames('h-4 w-3 border border-ink', place <= taken ? 'bg-leaf' : 'bg-ground')} />
          ))}
        </span>
      ) : (
        <span aria-hidden="true" className="block h-4 border-2 border-ink bg-ground">
          <span className="block h-full bg-leaf" style={{ width: `${(100 * taken) / places}%` }} />
        </span>
      )}
    </div>
  )
}

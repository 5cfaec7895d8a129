import { Link } from '@remix-run/react'
import { classNames } from '#app/components/ui/class-names.ts'
import { aheadMessages } from '#app/i18n/messages/ahead.ts'
import { productMessages } from '#app/i18n/messages/shop-product.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Row = { crop: string; zh: string; en: string; months: readonly number[] }
const year = Array.from({ length: 12 }, (_, index) => index + 1)

/** How many months until it is harvested; 0 now, 12 never. */
const monthsUntil = (months: readonly number[], month: number) => {
  const ahead = [...year.slice(month - 1), ...year.slice(0, month - 1)].findIndex((one) => months.includes(one))
  return ahead < 0 ? year.length : ahead
}

/**
 * The alliance's crops by the months of their harvest: what is in season now first, then what comes next; this month stands in a
 * heavy frame. What there is all year follows by its pictures. Each crop leads to what there is of it.
 */
export function SeasonCalendar({ rows, month }: { rows: readonly Row[]; month: number }) {
  const t = useMessages(aheadMessages)
  const words = useMessages(productMessages)
  const always = rows.filter(({ months }) => months.length === year.length)
  const seasonal = rows
    .filter(({ months }) => months.length < year.length)
    .map((row) => ({ row, until: monthsUntil(row.months, month) }))
    .sort((a, b) => a.until - b.until)
  return (
    <>
      <table className="w-full table-fixed border-collapse border-2 border-ink bg-paper text-sm">
        <thead>
          <tr>
            <th scope="col" className="w-36 px-2 py-1 text-left sm:w-56">
              {t.crop}
            </th>
            {year.map((one) => (
              <th
                key={one}
                scope="col"
                className={classNames('py-1 font-normal', one === month && 'border-x-2 border-t-2 border-ink bg-ink font-bold text-paper')}
              >
                <span aria-hidden="true">{words.monthShort(one)}</span>
                <span className="sr-only">{words.month(one)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {seasonal.map(({ row }) => (
            <CropRow key={row.crop} row={row} month={month} />
          ))}
        </tbody>
      </table>
      {always.length > 0 ? <AllYear rows={always} /> : null}
    </>
  )
}

function CropRow({ row, month }: { row: Row; month: number }) {
  const t = useMessages(aheadMessages)
  const words = useMessages(productMessages)
  const pick = usePick()
  const until = monthsUntil(row.months, month)
  const standing =
    until === 0 ? t.inSeason : until === year.length ? '' : t.nextSeason(words.month(((month - 1 + until) % year.length) + 1))
  return (
    <tr className="border-t border-rule">
      <th scope="row" className="px-2 text-left font-normal">
        <Link to={cropPath(row)} className="flex min-h-12 items-center gap-1.5 py-1 leading-tight no-underline sm:gap-2">
          <Woodcut crop={row.crop} className="w-8 sm:w-12" />
          <span className="min-w-0 hyphens-auto">
            <span className="block font-semibold underline">{pick(row.zh, row.en)}</span>
            <span className={classNames('block text-xs', until === 0 ? 'text-leaf' : 'text-ink-2')}>{standing}</span>
          </span>
        </Link>
      </th>
      {year.map((one) => (
        <td key={one} className={classNames('p-0', one === month ? 'border-x-2 border-ink' : 'border-l border-rule')}>
          <MonthBar months={row.months} month={one} />
          <span className="sr-only">{row.months.includes(one) ? t.isHarvested : t.isNot}</span>
        </td>
      ))}
    </tr>
  )
}

/** A month of a harvest, closed by a contour where the harvest begins and ends. */
const MonthBar = ({ months, month }: { months: readonly number[]; month: number }) =>
  months.includes(month) ? (
    <span
      className={classNames(
        'block h-6 border-y-2 border-ink bg-rape',
        !months.includes(month - 1) && month > 1 && 'border-l-2',
        !months.includes(month + 1) && month < year.length && 'border-r-2',
      )}
    />
  ) : null

function AllYear({ rows }: { rows: readonly Row[] }) {
  const words = useMessages(productMessages)
  const pick = usePick()
  return (
    <section className="pt-6">
      <h2 className="mb-3 text-2xl">{words.allYear}</h2>
      <ul className="grid grid-cols-3 overflow-hidden rounded-md border-2 border-ink bg-paper sm:grid-cols-5 lg:grid-cols-6">
        {rows.map((row) => (
          <li key={row.crop} className="-mr-px -mb-px border-r border-b border-rule">
            <Link
              to={cropPath(row)}
              className="flex h-full flex-col items-center gap-1 px-2 pt-2 pb-3 text-center text-sm leading-tight font-semibold"
            >
              <Woodcut crop={row.crop} className="w-full max-w-28" />
              {pick(row.zh, row.en)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

const cropPath = ({ zh }: Row) => `/products?q=${encodeURIComponent(zh)}`

const Woodcut = ({ crop, className }: { crop: string; className: string }) => (
  <img
    src={`/art/${crop}.svg`}
    alt=""
    width={400}
    height={300}
    loading="lazy"
    className={classNames('h-auto shrink-0 rounded-sm', className)}
  />
)

import { Link } from '@remix-run/react'
import { classNames } from '#app/components/ui/class-names.ts'
import { aheadMessages } from '#app/i18n/messages/ahead.ts'
import { productMessages } from '#app/i18n/messages/shop-product.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Row = { crop: string; zh: string; en: string; months: readonly number[] }
const year = Array.from({ length: 12 }, (_, index) => index + 1)

/** The alliance's crops by the months of their harvest; this month stands in a heavy frame. Each crop leads to what there is of it. */
export function SeasonCalendar({ rows, month }: { rows: readonly Row[]; month: number }) {
  const t = useMessages(aheadMessages)
  const words = useMessages(productMessages)
  return (
    <table className="w-full table-fixed border-collapse border-2 border-ink bg-paper text-sm">
      <thead>
        <tr>
          <th scope="col" className="w-24 px-2 py-1 text-left sm:w-48">
            {t.crop}
          </th>
          {year.map((one) => (
            <th
              key={one}
              scope="col"
              className={classNames('py-1 font-normal', one === month && 'border-x-2 border-t-2 border-ink font-bold')}
            >
              <span aria-hidden="true">{words.monthShort(one)}</span>
              <span className="sr-only">{words.month(one)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CropRow key={row.crop} row={row} month={month} />
        ))}
      </tbody>
    </table>
  )
}

function CropRow({ row, month }: { row: Row; month: number }) {
  const t = useMessages(aheadMessages)
  const words = useMessages(productMessages)
  const pick = usePick()
  const name = pick(row.zh, row.en)
  const next = [...year.slice(month), ...year.slice(0, month)].find((one) => row.months.includes(one))
  const standing =
    row.months.length === 12
      ? t.allYear
      : row.months.includes(month)
        ? t.inSeason
        : next === undefined
          ? ''
          : t.nextSeason(words.month(next))
  return (
    <tr className="border-t border-rule">
      <th scope="row" className="px-2 text-left font-normal">
        <Link to={`/products?q=${encodeURIComponent(row.zh)}`} className="flex min-h-11 flex-col justify-center leading-tight break-words">
          <span className="font-semibold">{name}</span>
          <span className="text-xs text-ink-2">{standing}</span>
        </Link>
      </th>
      {year.map((one) => {
        const isHarvested = row.months.includes(one)
        return (
          <td key={one} className={classNames(isHarvested && 'bg-rape', one === month ? 'border-x-2 border-ink' : 'border-l border-rule')}>
            <span className="sr-only">{isHarvested ? t.isHarvested : t.isNot}</span>
          </td>
        )
      })}
    </tr>
  )
}

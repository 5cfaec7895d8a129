import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import type { CellProblem } from '#app/domain/catalog/listing-change.ts'
import type { Category } from '#app/domain/catalog/product-sheet-words.ts'
import { stockAlertOf } from '#app/domain/catalog/stock-alerts.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { yuanText } from '#app/domain/money/yuan-text.ts'
import { formatFen } from '#app/i18n/format.ts'
import { formatNearDay } from '#app/i18n/format-near-day.ts'
import { farmListingsMessages } from '#app/i18n/messages/farm-listings.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { FarmCell } from './cell.tsx'
import { FarmPicture } from './picture.tsx'

type Lot = { id: string; harvestedOn: string; bestBeforeOn: string; available: number; held: number }
type Size = { id: string; code: string; nameZh: string; nameEn: string; priceFen: Fen; lots: readonly Lot[] }
export type ListingCard = {
  id: string
  code: string
  nameZh: string
  nameEn: string
  crop: string | null
  category: Category
  own: boolean
  status: 'listed' | 'off'
  sizes: readonly Size[]
}
type Cells = { problems: Readonly<Record<string, CellProblem>>; typed: Readonly<Record<string, string>> }

/** One product of the grid: a tick, its name, and a row of cells for each of its sizes. */
export function FarmListingFields({ listing, today, ...cells }: { listing: ListingCard; today: string } & Cells) {
  const t = useMessages(farmListingsMessages)
  const pick = usePick()
  const name = pick(listing.nameZh, listing.nameEn)
  const headingId = `listing-${listing.id}`
  return (
    <li className="rounded-md border border-rule bg-paper">
      <div className="flex items-center gap-3 border-b border-rule px-3 py-2">
        {listing.own ? (
          <label className="flex size-11 shrink-0 items-center justify-center">
            <input type="checkbox" name="product" value={listing.id} className="size-5 accent-leaf" />
            <span className="sr-only">{t.choose(name)}</span>
          </label>
        ) : null}
        <FarmPicture crop={listing.crop} category={listing.category} />
        <div className="min-w-0 flex-1">
          <h2 id={headingId} className="text-lg">
            {name}
          </h2>
          <p className="flex flex-wrap gap-x-3 text-sm text-ink-2">
            <StatusMark tone={listing.status === 'listed' ? 'done' : 'waiting'}>
              {listing.status === 'listed' ? t.onShelf : t.offShelf}
            </StatusMark>
            {listing.code}
          </p>
        </div>
        {listing.own ? (
          <Link to={`/farm/listings/${listing.id}`} className="flex min-h-11 items-center px-2 text-indigo underline">
            {t.edit}
            <span className="sr-only"> {name}</span>
          </Link>
        ) : null}
      </div>
      {listing.own ? null : <p className="px-3 pt-2 text-sm text-ink-2">{t.allianceProduct}</p>}
      <ul aria-labelledby={headingId} className="divide-y divide-rule">
        {listing.sizes.map((size) => (
          <SizeCells
            key={size.id}
            listing={listing}
            size={size}
            name={`${name} ${pick(size.nameZh, size.nameEn)}`}
            today={today}
            {...cells}
          />
        ))}
      </ul>
    </li>
  )
}

function SizeCells({
  listing,
  size,
  name,
  today,
  problems,
  typed,
}: { listing: ListingCard; size: Size; name: string; today: string } & Cells) {
  const t = useMessages(farmListingsMessages)
  const pick = usePick()
  const newest = lotInUse(size.lots, today)
  const left = size.lots.filter((lot) => lot.bestBeforeOn >= today).reduce((sum, lot) => sum + lot.available, 0)
  const held = size.lots.reduce((sum, lot) => sum + lot.held, 0)
  const alert = stockAlertOf({ left })
  return (
    <li className="grid grid-cols-2 gap-x-4 gap-y-2 px-3 py-3 md:grid-cols-[2fr_1fr_1fr_2fr]">
      <div className="col-span-2 flex flex-wrap items-center gap-x-3 md:col-span-1 md:flex-col md:items-start">
        <span className="font-semibold">{pick(size.nameZh, size.nameEn)}</span>
        {alert && listing.status === 'listed' ? <StatusMark tone="bad">{alert === 'sold_out' ? t.soldOut : t.low}</StatusMark> : null}
      </div>
      {listing.own ? (
        <FarmCell
          name={`price:${size.id}`}
          label={t.price}
          describedAs={t.priceOf(name)}
          was={size.priceFen}
          shown={yuanText(size.priceFen)}
          inputMode="decimal"
          problem={problems[`price:${size.id}`]}
          typed={typed[`price:${size.id}`]}
        />
      ) : (
        <p className="text-sm">
          <span className="block text-ink-2">{t.price}</span>
          {t.fixedPrice(formatFen(size.priceFen))}
        </p>
      )}
      {newest ? (
        <FarmCell
          name={`stock:${newest.id}`}
          label={t.stock}
          describedAs={t.stockOf(name)}
          was={newest.available}
          shown={String(newest.available)}
          inputMode="numeric"
          problem={problems[`stock:${newest.id}`]}
          typed={typed[`stock:${newest.id}`]}
        />
      ) : (
        <p className="text-sm text-ink-2">{t.noLot}</p>
      )}
      <SizeFacts listing={listing} lots={size.lots} left={left} held={held} today={today} />
    </li>
  )
}

function SizeFacts({
  listing,
  lots,
  left,
  held,
  today,
}: {
  listing: ListingCard
  lots: readonly Lot[]
  left: number
  held: number
  today: string
}) {
  const t = useMessages(farmListingsMessages)
  const locale = useLocale()
  const newest = lotInUse(lots, today)
  const inOlder = lots.filter((lot) => lot !== newest).reduce((sum, lot) => sum + lot.available, 0)
  return (
    <div className="col-span-2 text-sm md:col-span-1">
      <dl className="flex flex-wrap gap-x-4">
        <Fact term={t.total}>{left}</Fact>
        <Fact term={t.held}>{held}</Fact>
        {newest ? (
          <Fact term={t.freshest}>
            {formatNearDay(newest.harvestedOn, today, locale)}
            {newest.bestBeforeOn < today ? (
              <b className="text-pepper"> {t.pastBest}</b>
            ) : (
              <span className="inline-block text-ink-2">{t.bestBefore(formatNearDay(newest.bestBeforeOn, today, locale))}</span>
            )}
          </Fact>
        ) : null}
      </dl>
      <p className="flex flex-wrap items-center gap-x-4 text-ink-2">
        {inOlder > 0 ? <span>{t.olderLots(inOlder)}</span> : null}
        {listing.own ? (
          <Link to={`/farm/listings/${listing.id}#lots`} className="-my-2 inline-flex min-h-11 items-center text-indigo underline">
            {t.addLot}
          </Link>
        ) : null}
      </p>
    </div>
  )
}

/** The lot whose stock is set: the newest that is not past its best, or else the newest. */
const lotInUse = (lots: readonly Lot[], today: string): Lot | undefined => lots.find((lot) => lot.bestBeforeOn >= today) ?? lots[0]

const Fact = ({ term, children }: { term: string; children: ReactNode }) => (
  <div className="flex gap-2">
    <dt className="shrink-0 text-ink-2">{term}</dt>
    <dd>{children}</dd>
  </div>
)

import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { formatShortDay } from '#app/i18n/format.ts'
import { productMessages } from '#app/i18n/messages/shop-product.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

type Provenance = {
  farms: readonly { slug: string; name: string }[]
  place: string
  /** from the farm to the hub, straight; null for an alliance product */
  distanceM: number | null
  lot: { id: string; harvestedOn: string; bestBeforeOn: string } | null
}

/** Who grew it, where, when it was picked and until when it is good, as one ruled strip like the slip on a crate. */
export function ProvenanceStrip({ farms, place, distanceM, lot }: Provenance) {
  const t = useMessages(productMessages)
  const locale = useLocale()
  return (
    <dl
      aria-label={t.provenance}
      className="grid grid-cols-2 overflow-hidden rounded-md border-2 border-ink bg-paper text-sm sm:grid-cols-3"
    >
      <Cell name={t.farm}>
        {farms.map(({ slug, name }, i) => (
          <span key={slug}>
            {i > 0 ? t.listComma : null}
            <Link to={`/f/${slug}`} className="text-indigo">
              {name}
            </Link>
          </span>
        ))}
      </Cell>
      <Cell name={t.place} note={distanceM === null ? undefined : t.fromChengdu(Math.round(distanceM / 1000))}>
        {place}
      </Cell>
      {lot ? (
        <>
          <Cell name={t.harvested}>{formatShortDay(lot.harvestedOn, locale)}</Cell>
          <Cell name={t.bestBefore}>{formatShortDay(lot.bestBeforeOn, locale)}</Cell>
          <Cell name={t.lot} wide>
            <span className="break-all">{lot.id.replace(/^lot_/, '').toUpperCase()}</span>
          </Cell>
        </>
      ) : null}
    </dl>
  )
}

function Cell({ name, note, wide = false, children }: { name: string; note?: string | undefined; wide?: boolean; children: ReactNode }) {
  return (
    <div className={`-mr-px -mb-px border-r border-b border-rule px-3 py-2 ${wide ? 'col-span-2' : ''}`}>
      <dt className="text-xs text-ink-2">{name}</dt>
      <dd className="font-semibold">
        {children}
        {note ? <span className="block text-xs font-normal text-ink-2">{note}</span> : null}
      </dd>
    </div>
  )
}

import { Link } from '@remix-run/react'
import { formatClock, formatDay, formatFen, formatMoment } from '#app/i18n/format.ts'
import { orderPageMessages } from '#app/i18n/messages/order-page.ts'
import { promotionMessages } from '#app/i18n/messages/promotions.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { type ArrivalProof, ArrivalProofs } from './arrival-proofs.tsx'
import { DualBrandBadge } from './dual-brand-badge.tsx'
import { IndicationMark } from './indication-mark.tsx'

export type ContentsLine = {
  id: string
  quantity: number
  unitPriceFen: number
  amountFen: number
  pricedByWeight: boolean
  productSlug: string
  productZh: string
  productEn: string
  variantZh: string
  variantEn: string
  /** only where a registration covers it */
  indication: { nameZh: string; nameEn: string } | null
}
/** `licensed`: the alliance vouches for it today */
export type ContentsFarm = { farmId: string; farmCode: string; farmZh: string; farmEn: string; licensed: boolean; lines: ContentsLine[] }
export type ContentsArrival = {
  dropId: string
  /** once the route is planned and told */
  arrivesAt: Date | null
  promisedFrom: Date | null
  promisedUntil: Date | null
  status: 'planned' | 'delivered' | 'failed'
  statusReason: string | null
  statusAt: Date | null
  /** under which the driver can be called, neither seeing the other's */
  relayNumber: string | null
  proofs: ArrivalProof[]
}
export type ContentsWave = { waveId: string; deliversOn: string; arrival: ContentsArrival | null; farms: ContentsFarm[] }

/** What comes on which day from which farm, under both brands. `isExpected`: it has not all come, and will. */
export function OrderContents({ waves, isExpected }: { waves: readonly ContentsWave[]; isExpected: boolean }) {
  const locale = useLocale()
  const pick = usePick()
  return waves.map((wave) => (
    <section key={wave.waveId} aria-label={formatDay(wave.deliversOn, locale)} className="border-t border-rule pt-3">
      <h3 className="font-semibold">{formatDay(wave.deliversOn, locale)}</h3>
      <ArrivalText arrival={wave.arrival} isExpected={isExpected} />
      {wave.farms.map((farm) => (
        <div key={farm.farmId} className="pt-3">
          <DualBrandBadge farm={{ code: farm.farmCode, name: pick(farm.farmZh, farm.farmEn), licensed: farm.licensed }} indication={null} />
          <ul>
            {farm.lines.map((line) => (
              <LineRow key={line.id} line={line} />
            ))}
          </ul>
        </div>
      ))}
    </section>
  ))
}

function LineRow({ line }: { line: ContentsLine }) {
  const p = useMessages(promotionMessages)
  const pick = usePick()
  return (
    <li className="flex justify-between gap-4 py-1">
      <span className="min-w-0">
        <Link to={`/products/${line.productSlug}`}>{pick(line.productZh, line.productEn)}</Link>
        {line.indication ? <IndicationMark name={pick(line.indication.nameZh, line.indication.nameEn)} /> : null}
        <span className="block text-sm text-ink-2">
          {pick(line.variantZh, line.variantEn)} · {formatFen(line.unitPriceFen)} × {line.quantity}
        </span>
        {line.pricedByWeight ? <span className="block text-xs text-ink-2">{p.byWeightText}</span> : null}
      </span>
      <span className="whitespace-nowrap">{formatFen(line.amountFen)}</span>
    </li>
  )
}

function ArrivalText({ arrival, isExpected }: { arrival: ContentsWave['arrival']; isExpected: boolean }) {
  const t = useMessages(orderPageMessages)
  const locale = useLocale()
  if (arrival?.status === 'delivered' && arrival.statusAt) {
    return (
      <>
        <Arrival>{t.arrived(formatMoment(arrival.statusAt, locale))}</Arrival>
        <ArrivalProofs proofs={arrival.proofs} />
      </>
    )
  }
  if (!isExpected) return null
  if (arrival?.status === 'failed' && arrival.statusReason === 'cancelled') return <Arrival>{t.arrivalCancelled}</Arrival>
  if (arrival?.status === 'failed') {
    return (
      <>
        <Arrival>{t.failed}</Arrival>
        <ArrivalProofs proofs={arrival.proofs} />
      </>
    )
  }
  const { promisedFrom, promisedUntil, arrivesAt } = arrival ?? { promisedFrom: null, promisedUntil: null, arrivesAt: null }
  if (promisedFrom && promisedUntil) {
    return (
      <>
        <Arrival>{t.arrivesBetween(formatClock(promisedFrom), formatClock(promisedUntil))}</Arrival>
        {arrival?.relayNumber ? <CallDriver number={arrival.relayNumber} /> : null}
      </>
    )
  }
  return <Arrival>{arrivesAt ? t.arrives(formatClock(arrivesAt)) : t.notPlanned}</Arrival>
}

function CallDriver({ number }: { number: string }) {
  const t = useMessages(orderPageMessages)
  return (
    <p className="text-sm">
      <a href={`tel:${number}`} className="inline-flex min-h-11 items-center font-semibold text-indigo underline">
        {t.callDriver}
      </a>
    </p>
  )
}

const Arrival = ({ children }: { children: string }) => <p className="text-sm text-ink-2">{children}</p>

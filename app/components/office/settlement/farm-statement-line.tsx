import { Link } from '@remix-run/react'
import { classNames } from '#app/components/ui/class-names.ts'
import type { Breakdown, FarmAccount } from '#app/domain/ledger/farm-statement.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { farmStatementMessages } from '#app/i18n/messages/farm-statement.ts'
import { sayLedgerEvent } from '#app/i18n/say-ledger-event.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

type Sold = {
  productZh: string
  productEn: string
  sizeZh: string
  sizeEn: string
  quantity: number
  producerZh: string
  producerEn: string
  alias: string | null
  waveId: string | null
}
type Line = {
  id: string
  at: Date
  event: string
  netFen: number
  sold: Sold | null
  breakdown: Breakdown | null
  reckonedWaveId: string | null
}

/** One business event in one account: when, what, how gross became net, and where to look it up. */
export function FarmStatementLine({
  line: { at, event, netFen, sold, breakdown, reckonedWaveId },
  account,
}: {
  line: Line
  account: FarmAccount
}) {
  const t = useMessages(farmStatementMessages)
  const locale = useLocale()
  const pick = usePick()
  return (
    <li className="flex flex-wrap items-baseline gap-x-4 gap-y-1 px-4 py-3">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-semibold">
          {account === 'commission' && sold ? t.fromPurchaseAt(pick(sold.producerZh, sold.producerEn)) : null}
          {account !== 'commission' && sold
            ? t.sale(`${pick(sold.productZh, sold.productEn)} ${pick(sold.sizeZh, sold.sizeEn)}`, sold.quantity)
            : null}
          {sold ? null : sayLedgerEvent(t, event, account)}
        </p>
        <p className="text-sm text-ink-2">
          {formatMoment(at, locale)}
          {account === 'commission' && sold
            ? ` · ${t.sale(`${pick(sold.productZh, sold.productEn)} ${pick(sold.sizeZh, sold.sizeEn)}`, sold.quantity)}`
            : null}
          {sold && event !== 'line_accepted' ? ` · ${sayLedgerEvent(t, event, account)}` : null}
          {reckonedWaveId ? (
            <>
              {' · '}
              <Link to={`/farm/delivery/${reckonedWaveId}`} className="-my-2.5 inline-flex min-h-11 items-center text-indigo underline">
                {t.freightHow}
              </Link>
            </>
          ) : null}
          {sold?.alias && sold.waveId ? (
            <>
              {' · '}
              <Link
                to={`/farm/consignments?wave=${sold.waveId}#${sold.alias}`}
                className="-my-2.5 inline-flex min-h-11 items-center text-indigo underline"
              >
                {t.consignment(sold.alias)}
              </Link>
            </>
          ) : null}
        </p>
        {breakdown ? <BreakdownText breakdown={breakdown} /> : null}
      </div>
      <p className={classNames('ml-auto text-lg font-bold', netFen < 0 && 'text-pepper')}>
        <span className="sr-only">{t.net} </span>
        {formatFen(netFen)}
      </p>
    </li>
  )
}

/** The equation of the line; what is nothing is left out. */
function BreakdownText({
  breakdown: { grossFen, topUpFen, commissionFen, serviceFen, brandFen, marginFen, reserveFen },
}: {
  breakdown: Breakdown
}) {
  const t = useMessages(farmStatementMessages)
  const parts = [
    { sign: '', term: t.gross, amountFen: grossFen },
    { sign: '+', term: t.topUp, amountFen: topUpFen },
    { sign: '−', term: t.commissionPaid, amountFen: commissionFen },
    { sign: '−', term: t.service, amountFen: serviceFen },
    { sign: '−', term: t.brand, amountFen: brandFen },
    { sign: '−', term: t.margin, amountFen: marginFen },
    { sign: '−', term: t.reserve, amountFen: reserveFen },
  ].filter(({ amountFen, sign }) => amountFen !== 0 || sign === '')
  return (
    <dl className="flex flex-wrap gap-x-3 text-sm">
      {parts.map(({ sign, term, amountFen }) => (
        <div key={term} className="flex gap-1 whitespace-nowrap">
          <dt className="text-ink-2">
            {sign} {term}
          </dt>
          <dd>{formatFen(amountFen)}</dd>
        </div>
      ))}
    </dl>
  )
}

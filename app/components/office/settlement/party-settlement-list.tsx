import { Link } from '@remix-run/react'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatFen, formatShortDay } from '#app/i18n/format.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { CellLink } from '../cell-link.tsx'
import { payoutTones } from './payout-tones.ts'

type Row = {
  id: string
  period: string
  fromOn: string
  lastOn: string
  netFen: number
  payoutFen: number
  orders: number
  payout: keyof typeof payoutTones | null
}

/** A farm's or leader's settlements, newest first, and whether the money has arrived. */
export function PartySettlementList({
  rows,
  office,
}: {
  rows: readonly Row[]
  /** whose office it is shown in, with its statement and its payout account */
  office: '/farm' | '/leader'
}) {
  const t = useMessages(settlementMessages)
  const locale = useLocale()
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex max-w-2xl flex-col gap-2">
          <h1 className="text-3xl">{t.settlements}</h1>
          <p className="text-ink-2">{t.partyLead}</p>
        </div>
        <Link to={`${office}/payout-account`} className="inline-flex min-h-11 items-center text-indigo underline">
          {t.toPayoutAccount}
        </Link>
      </header>
      {rows.length === 0 ? (
        <Empty
          action={
            <ButtonLink to={`${office}/statement`} look="plain">
              {t.toStatement}
            </ButtonLink>
          }
        >
          {t.emptyParty}
        </Empty>
      ) : (
        <DataTable
          caption={t.settlements}
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'period',
              title: t.period,
              cell: ({ id, period, fromOn, lastOn }) => (
                <CellLink to={`${office}/settlements/${id}`} className="flex-col items-start whitespace-nowrap">
                  <b>{period}</b>
                  <span className="text-ink-2">{t.days(formatShortDay(fromOn, locale), formatShortDay(lastOn, locale))}</span>
                </CellLink>
              ),
            },
            { key: 'orders', title: t.orders, numeric: true, cell: ({ orders }) => orders },
            { key: 'net', title: t.net, numeric: true, cell: ({ netFen }) => formatFen(netFen) },
            { key: 'payout', title: t.payout, numeric: true, cell: ({ payoutFen }) => <b>{formatFen(payoutFen)}</b> },
            {
              key: 'status',
              title: t.status,
              cell: ({ payout }) =>
                payout === null ? (
                  <StatusMark tone="waiting">{t.noPayout}</StatusMark>
                ) : (
                  <StatusMark tone={payoutTones[payout]}>{t[`payout_${payout}`]}</StatusMark>
                ),
            },
          ]}
        />
      )}
    </>
  )
}

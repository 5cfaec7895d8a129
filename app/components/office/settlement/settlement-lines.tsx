import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { type Column, DataTable } from '#app/components/ui/data-table.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import type { Party } from '#app/domain/settlement/party.ts'
import { formatFen } from '#app/i18n/format.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { CellLink } from '../cell-link.tsx'
import { payoutTones } from './payout-tones.ts'

const figures = ['gross', 'fees', 'freight', 'commission', 'adjustments', 'net', 'broughtForward', 'held', 'tax', 'payout'] as const
type Figure = (typeof figures)[number]

export type LineOnPage = Record<`${Figure}Fen`, number> & {
  party: Party
  orders: number
  name: { zh: string; en: string }
  account: { bank: string; number: string } | null
  payout: { status: keyof typeof payoutTones; attempt: number; failure: string | null } | null
}

const taken: readonly Figure[] = ['fees', 'freight', 'held', 'tax']

/** A settlement party by party: the equation, what is paid where, and how that stands. The last row adds them up. */
export function SettlementLines({ lines, status }: { lines: readonly LineOnPage[]; status: 'draft' | 'in_review' | 'approved' | 'paid' }) {
  const t = useMessages(settlementMessages)
  const pick = usePick()
  const total = (figure: Figure) => lines.reduce((sum, line) => sum + line[`${figure}Fen`], 0)
  const columns: Column<LineOnPage | 'total'>[] = [
    {
      key: 'party',
      title: t.party,
      cell: (line) =>
        line === 'total' ? (
          <b>{t.total}</b>
        ) : (
          <CellLink
            to={`/alliance/ledger/accounts/${encodeURIComponent(`${line.party.type === 'farm' ? '2120' : '2310'}:${line.party.id}`)}`}
            className="min-w-32 flex-col items-start"
          >
            <b>{pick(line.name.zh, line.name.en)}</b>
            <span className="text-ink-2">
              {t[line.party.type]} · {t.ordersOf(line.orders)}
            </span>
          </CellLink>
        ),
    },
    ...figures.map((figure) => ({
      key: figure,
      title: t[figure],
      numeric: true,
      cell: (line: LineOnPage | 'total') => {
        const amountFen = line === 'total' ? total(figure) : line[`${figure}Fen`]
        const said = amountFen === 0 ? '–' : formatFen(taken.includes(figure) ? -amountFen : amountFen)
        return line === 'total' || figure === 'net' || figure === 'payout' ? <b>{said}</b> : said
      },
    })),
    {
      key: 'to',
      title: t.to,
      cell: (line) => (line === 'total' ? null : <PaidTo line={line} mayPay={status === 'approved'} />),
    },
  ]
  return (
    <section aria-labelledby="lines" className="flex flex-col gap-3">
      <h2 id="lines" className="text-2xl">
        {t.lines}
      </h2>
      <p className="text-sm text-ink-2">{t.equation}</p>
      <DataTable
        caption={t.lines}
        columns={columns}
        rows={[...lines, 'total' as const]}
        rowKey={(line) => (line === 'total' ? line : `${line.party.type}:${line.party.id}`)}
      />
    </section>
  )
}

function PaidTo({ line: { party, name, account, payout, payoutFen }, mayPay }: { line: LineOnPage; mayPay: boolean }) {
  const t = useMessages(settlementMessages)
  const pick = usePick()
  if (payoutFen === 0) return null
  const canTry = mayPay && (payout === null || payout.status === 'rejected')
  return (
    <div className="relative flex min-w-48 flex-col items-start gap-1">
      <span>{account ? `${account.bank} ${account.number}` : t.no_account}</span>
      {payout ? <StatusMark tone={payoutTones[payout.status]}>{t[`payout_${payout.status}`]}</StatusMark> : null}
      {payout?.failure ? <span className="text-pepper">{payout.failure}</span> : null}
      {canTry ? (
        <Form method="post">
          <input type="hidden" name="partyType" value={party.type} />
          <input type="hidden" name="partyId" value={party.id} />
          <Button name="step" value="pay" look="plain">
            {t.payAgain}
            <span className="sr-only"> {pick(name.zh, name.en)}</span>
          </Button>
        </Form>
      ) : null}
    </div>
  )
}

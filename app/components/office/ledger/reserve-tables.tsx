import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { greenYearsForDiscount } from '#app/domain/commission/freeze-terms.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { reserveMessages } from '#app/i18n/messages/reserve.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'

type Flows = { intoFen: Record<string, number>; outOfFen: Record<string, number> }

/** What is there, what came from whom, what went out, and what the state still owes. */
export function ReserveFigures({ reserveFen, dueFen, flows }: { reserveFen: number; dueFen: number; flows: Flows }) {
  const t = useMessages(reserveMessages)
  const { '2120': paidFen = 0, '2110': returnedFen = 0, '1110': unmatchedFen = 0 } = flows.outOfFen
  const figures: [string, number][] = [
    [t.balance, reserveFen],
    [t.fromFarms, flows.intoFen['2110'] ?? 0],
    [t.fromState, flows.intoFen['1110'] ?? 0],
    [t.paidOut, paidFen],
    [t.returned, returnedFen + unmatchedFen],
    [t.matchDue, dueFen],
  ]
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded-md border border-rule bg-rule lg:grid-cols-6">
      {figures.map(([term, amountFen]) => (
        <div key={term} className="flex flex-col gap-1 bg-paper p-3">
          <dt className="text-sm text-ink-2">{term}</dt>
          <dd className="text-xl font-semibold whitespace-nowrap">{formatFen(amountFen)}</dd>
        </div>
      ))}
    </dl>
  )
}

type Contribution = { farmId: string; nameZh: string; nameEn: string; greenYears: number; amountFen: number }

export function ContributionTable({ contributions }: { contributions: readonly Contribution[] }) {
  const t = useMessages(reserveMessages)
  const pick = usePick()
  if (contributions.length === 0) return <p className="text-ink-2">{t.noContributions}</p>
  return (
    <DataTable
      caption={t.contributions}
      rows={contributions}
      rowKey={(row) => row.farmId}
      columns={[
        { key: 'farm', title: t.farm, cell: (row) => pick(row.nameZh, row.nameEn) },
        {
          key: 'green',
          title: t.greenYears,
          numeric: true,
          cell: ({ greenYears }) => (greenYears >= greenYearsForDiscount ? t.halved(greenYears) : t.years(greenYears)),
        },
        { key: 'amount', title: t.amount, numeric: true, cell: (row) => formatFen(row.amountFen) },
      ]}
    />
  )
}

type Receipt = { id: string; detail: Record<string, unknown>; at: Date; by: string | null }
const textOf = (detail: Record<string, unknown>, key: string) => (typeof detail[key] === 'string' ? detail[key] : '')

/** Money that came from outside, as it was noted. */
export function ReceiptTable({ caption, receipts }: { caption: string; receipts: readonly Receipt[] }) {
  const t = useMessages(reserveMessages)
  const locale = useLocale()
  if (receipts.length === 0) return null
  const hasPayer = receipts.some(({ detail }) => 'payer' in detail)
  return (
    <DataTable
      caption={caption}
      rows={receipts}
      rowKey={(row) => row.id}
      columns={[
        { key: 'when', title: t.when, cell: (row) => <span className="whitespace-nowrap">{formatMoment(row.at, locale)}</span> },
        ...(hasPayer ? [{ key: 'payer', title: t.payer, cell: (row: Receipt) => textOf(row.detail, 'payer') }] : []),
        { key: 'reference', title: t.reference, cell: (row) => textOf(row.detail, 'reference') },
        { key: 'amount', title: t.amount, numeric: true, cell: (row) => formatFen(Number(row.detail.amountFen ?? 0)) },
        { key: 'by', title: t.by, cell: (row) => row.by ?? '' },
      ]}
    />
  )
}

type Claim = {
  claim: { id: string; amountFen: number; reason: string; status: 'proposed' | 'paid' | 'declined'; proposedBy: string; proposedAt: Date }
  farmZh: string
  farmEn: string
  proposer: string | null
  decider: string | null
}

/** Every claim; the reader decides on those somebody else proposed. */
export function ClaimTable({ claims, userId }: { claims: readonly Claim[]; userId: string }) {
  const t = useMessages(reserveMessages)
  const locale = useLocale()
  const pick = usePick()
  if (claims.length === 0) return <p className="text-ink-2">{t.noClaims}</p>
  return (
    <DataTable
      caption={t.claims}
      rows={claims}
      rowKey={(row) => row.claim.id}
      columns={[
        {
          key: 'when',
          title: t.when,
          cell: ({ claim }) => <span className="whitespace-nowrap">{formatMoment(claim.proposedAt, locale)}</span>,
        },
        { key: 'farm', title: t.farm, cell: (row) => <span className="whitespace-nowrap">{pick(row.farmZh, row.farmEn)}</span> },
        { key: 'reason', title: t.reason, cell: ({ claim }) => <span className="block min-w-40">{claim.reason}</span> },
        { key: 'amount', title: t.amount, numeric: true, cell: ({ claim }) => formatFen(claim.amountFen) },
        { key: 'state', title: t.state, cell: ({ claim }) => <DecisionMark status={claim.status} /> },
        { key: 'proposer', title: t.proposer, cell: (row) => row.proposer ?? '' },
        { key: 'decider', title: t.decider, cell: (row) => row.decider ?? '' },
        {
          key: 'action',
          title: t.action,
          cell: ({ claim }) =>
            claim.status === 'proposed' ? <DecideClaim claimId={claim.id} isOwn={claim.proposedBy === userId} /> : null,
        },
      ]}
    />
  )
}

export function DecisionMark({ status }: { status: 'proposed' | 'paid' | 'declined' }) {
  const t = useMessages(reserveMessages)
  return <StatusMark tone={({ proposed: 'waiting', paid: 'done', declined: 'bad' } as const)[status]}>{t[status]}</StatusMark>
}

function DecideClaim({ claimId, isOwn }: { claimId: string; isOwn: boolean }) {
  const t = useMessages(reserveMessages)
  if (isOwn) return <span className="block min-w-32 text-ink-2">{t.waitsForSecond}</span>
  return (
    <Form method="post" className="flex gap-2">
      <input type="hidden" name="claimId" value={claimId} />
      <Button name="intent" value="pay">
        {t.pay}
      </Button>
      <Button name="intent" value="decline" look="plain">
        {t.decline}
      </Button>
    </Form>
  )
}

import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { reserveMessages } from '#app/i18n/messages/reserve.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import type { NamedFarm } from './reserve-forms.tsx'
import { DecisionMark } from './reserve-tables.tsx'

type Basis = 'weight' | 'sales' | 'shares'
type Part = { farmId: string; measure: number; amountFen: number }

export function SurplusFigures({ year, surplusFen, fundFen }: { year: string; surplusFen: number; fundFen: number }) {
  const t = useMessages(reserveMessages)
  return (
    <dl className="grid gap-px overflow-hidden rounded-md border border-rule bg-rule sm:grid-cols-2">
      <div className="flex flex-col gap-1 bg-paper p-3">
        <dt className="text-sm text-ink-2">{t.surplusOf(year)}</dt>
        <dd className="text-xl font-semibold">{formatFen(surplusFen)}</dd>
        <dd className="text-sm text-ink-2">{t.givenOf}</dd>
      </div>
      <div className="flex flex-col gap-1 bg-paper p-3">
        <dt className="text-sm text-ink-2">{t.brandFund}</dt>
        <dd className="text-xl font-semibold">{formatFen(fundFen)}</dd>
      </div>
    </dl>
  )
}

/** Who gets what, and by what it was measured. */
export function ShareParts({ basis, parts, farms }: { basis: Basis; parts: readonly Part[]; farms: readonly NamedFarm[] }) {
  const t = useMessages(reserveMessages)
  const pick = usePick()
  const nameOf = (farmId: string) => {
    const farm = farms.find(({ id }) => id === farmId)
    return farm ? pick(farm.nameZh, farm.nameEn) : farmId
  }
  const say = (measure: number) =>
    basis === 'weight' ? t.kilograms(String(measure / 1000)) : basis === 'sales' ? formatFen(measure) : t.shareCount(measure)
  if (parts.length === 0) return <p className="text-ink-2">{t.nobody}</p>
  return (
    <DataTable
      caption={t.who}
      rows={parts}
      rowKey={(part) => part.farmId}
      columns={[
        { key: 'farm', title: t.farm, cell: (part) => nameOf(part.farmId) },
        { key: 'measure', title: t.measure, numeric: true, cell: (part) => say(part.measure) },
        { key: 'part', title: t.part, numeric: true, cell: (part) => formatFen(part.amountFen) },
      ]}
    />
  )
}

type Share = {
  share: {
    id: string
    kind: 'second_rebate' | 'dividend' | 'brand_fund'
    year: string
    basis: Basis
    totalFen: number
    status: 'proposed' | 'paid' | 'declined'
    proposedBy: string
    proposedAt: Date
  }
  proposer: string | null
  decider: string | null
  parts: readonly Part[]
}

/** Every share-out with its parts; the reader decides on those somebody else proposed. */
export function ShareList({ shares, farms, userId }: { shares: readonly Share[]; farms: readonly NamedFarm[]; userId: string }) {
  const t = useMessages(reserveMessages)
  const locale = useLocale()
  if (shares.length === 0) return <p className="text-ink-2">{t.noShares}</p>
  return shares.map(({ share, proposer, decider, parts }) => (
    <section key={share.id} aria-labelledby={share.id} className="flex flex-col gap-3 border-t border-rule pt-3 first-of-type:border-t-0">
      <h3 id={share.id} className="text-lg font-semibold">
        {`${t[share.kind]} · ${share.year} · ${formatFen(share.totalFen)}`}
      </h3>
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-2">
        <DecisionMark status={share.status} />
        <span>{formatMoment(share.proposedAt, locale)}</span>
        <span>{`${t.proposer} ${proposer ?? share.proposedBy}`}</span>
        {decider ? <span>{`${t.decider} ${decider}`}</span> : null}
      </p>
      {share.status === 'declined' ? null : <ShareParts basis={share.basis} parts={parts} farms={farms} />}
      {share.status === 'proposed' ? <Decide shareId={share.id} isOwn={share.proposedBy === userId} parts={parts} /> : null}
    </section>
  ))
}

function Decide({ shareId, isOwn, parts }: { shareId: string; isOwn: boolean; parts: readonly Part[] }) {
  const t = useMessages(reserveMessages)
  if (isOwn) return <p className="text-ink-2">{t.waitsForSecond}</p>
  return (
    <Form method="post" className="flex gap-2">
      <input type="hidden" name="shareId" value={shareId} />
      {parts.length > 0 ? <input type="hidden" name="agreedFen" value={parts.map((part) => part.amountFen).join()} /> : null}
      <Button name="intent" value="pay">
        {t.give}
      </Button>
      <Button name="intent" value="decline" look="plain">
        {t.decline}
      </Button>
    </Form>
  )
}

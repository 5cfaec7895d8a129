import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { CellLink } from '../cell-link.tsx'

type Debt = { farmId: string; nameZh: string; nameEn: string; owedFen: number; requestKey: string }
type Recovery = {
  recovery: {
    id: string
    farmId: string
    kind: 'paid_in' | 'reversal' | 'write_off'
    amountFen: number
    status: 'proposed' | 'sending' | 'done' | 'declined' | 'failed'
    reason: string
    requestedBy: string
    requestedAt: Date
  }
  nameZh: string
  nameEn: string
}

const kinds = ['paid_in', 'reversal', 'write_off'] as const
const tones = { proposed: 'waiting', sending: 'moving', done: 'done', declined: 'bad', failed: 'bad' } as const

/** What farms owe the alliance, how it comes back or is written off, and what has been done about it. */
export function FarmDebts({
  debts,
  recoveries,
  userId,
  openFor,
}: {
  debts: readonly Debt[]
  recoveries: readonly Recovery[]
  /** who is looking: not the one to approve their own proposal */
  userId: string
  /** the farm whose form was refused */
  openFor: string | null
}) {
  const t = useMessages(settlementMessages)
  const pick = usePick()
  const locale = useLocale()
  return (
    <section aria-labelledby="debts" className="flex flex-col gap-3">
      <h2 id="debts" className="text-2xl">
        {t.debts}
      </h2>
      <p className="text-ink-2">{debts.length === 0 ? t.noDebts : t.debtsLead}</p>
      {debts.map((debt) => (
        <details key={debt.farmId} open={openFor === debt.farmId} className="rounded-md border border-rule bg-paper px-4">
          <summary className="flex min-h-11 flex-wrap items-center gap-x-4 py-2">
            <b>{pick(debt.nameZh, debt.nameEn)}</b>
            <span className="text-pepper">
              {t.owes} {formatFen(debt.owedFen)}
            </span>
            <span className="text-indigo underline">{t.recover}</span>
          </summary>
          <Form method="post" className="flex max-w-xl flex-col gap-4 pb-4">
            <input type="hidden" name="requestKey" value={debt.requestKey} />
            <input type="hidden" name="farmId" value={debt.farmId} />
            <SelectField label={t.kind} name="kind" id={`kind-${debt.farmId}`}>
              {kinds.map((kind) => (
                <option key={kind} value={kind}>
                  {t[`kind_${kind}`]}
                </option>
              ))}
            </SelectField>
            <Field
              label={t.amountYuan}
              name="amount"
              id={`amount-${debt.farmId}`}
              inputMode="decimal"
              required
              defaultValue={(debt.owedFen / 100).toFixed(2)}
            />
            <Field label={t.reason} name="reason" id={`reason-${debt.farmId}`} required maxLength={200} />
            <Button name="step" value="recover" className="self-start">
              {t.doRecover}
            </Button>
          </Form>
        </details>
      ))}
      {recoveries.length > 0 ? (
        <>
          <h3 className="font-semibold">{t.recoveries}</h3>
          <DataTable
            caption={t.recoveries}
            rows={recoveries}
            rowKey={({ recovery }) => recovery.id}
            columns={[
              {
                key: 'when',
                title: t.when,
                cell: ({ recovery }) => <span className="whitespace-nowrap">{formatMoment(recovery.requestedAt, locale)}</span>,
              },
              {
                key: 'farm',
                title: t.farm,
                cell: ({ recovery, nameZh, nameEn }) => (
                  <CellLink to={`/alliance/ledger/accounts/${encodeURIComponent(`2120:${recovery.farmId}`)}`}>
                    {pick(nameZh, nameEn)}
                  </CellLink>
                ),
              },
              { key: 'kind', title: t.kind, cell: ({ recovery }) => t[`kind_${recovery.kind}`] },
              { key: 'amount', title: t.amount, numeric: true, cell: ({ recovery }) => formatFen(recovery.amountFen) },
              { key: 'reason', title: t.reason, cell: ({ recovery }) => recovery.reason },
              {
                key: 'status',
                title: t.status,
                cell: ({ recovery }) => (
                  <>
                    <StatusMark tone={tones[recovery.status]}>{t[`recovery_${recovery.status}`]}</StatusMark>
                    {recovery.status === 'proposed' && recovery.requestedBy !== userId ? <Decide recoveryId={recovery.id} /> : null}
                  </>
                ),
              },
            ]}
          />
        </>
      ) : null}
    </section>
  )
}

function Decide({ recoveryId }: { recoveryId: string }) {
  const t = useMessages(settlementMessages)
  return (
    <Form method="post" className="flex flex-wrap gap-2 py-2">
      <input type="hidden" name="step" value="decide" />
      <input type="hidden" name="recoveryId" value={recoveryId} />
      <Button name="decision" value="approve" look="danger">
        {t.approveWriteOff}
      </Button>
      <Button name="decision" value="decline" look="plain">
        {t.declineWriteOff}
      </Button>
    </Form>
  )
}

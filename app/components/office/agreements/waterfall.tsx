import { DataTable } from '#app/components/ui/data-table.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import type { WaterfallPart } from '#app/domain/commission/lay-out-waterfall.ts'
import { formatFen } from '#app/i18n/format.ts'
import { agreementMessages } from '#app/i18n/messages/agreements.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

type Step = { part: WaterfallPart; amountFen: number; beforeFen: number; afterFen: number }
export type ShownPreview = { weightG: number; current: Step[] | null; proposed: Step[] }

const parts: readonly WaterfallPart[] = ['topUp', 'distribution', 'leader', 'service', 'vat', 'brand', 'margin', 'reserve', 'kept']
const looks: Record<WaterfallPart, string> = {
  topUp: 'fill-indigo',
  distribution: 'fill-rape',
  leader: 'fill-rape',
  service: 'fill-pepper',
  vat: 'fill-pepper',
  brand: 'fill-pepper',
  margin: 'fill-pepper',
  reserve: 'fill-indigo',
  kept: 'fill-leaf',
}

/** What happens to ¥100, drawn step by step by today's and by the proposed terms, and the same in a table with the change. */
export function WaterfallPreview({ preview }: { preview: ShownPreview }) {
  const t = useMessages(agreementMessages)
  const { current, proposed, weightG } = preview
  const amountOf = (steps: Step[] | null, part: WaterfallPart) => steps?.find((step) => step.part === part)?.amountFen ?? 0
  const rows = parts.filter((part) => amountOf(current, part) > 0 || amountOf(proposed, part) > 0)
  const change = (part: WaterfallPart) => amountOf(proposed, part) - amountOf(current, part)
  return (
    <div className="flex flex-col gap-4">
      <p className="text-sm text-ink-2">{t.previewLead(String(weightG / 1000))}</p>
      <div className="grid gap-6 lg:grid-cols-2">
        {current ? <Drawing title={t.withCurrent} steps={current} /> : <Notice tone="info">{t.noCurrent}</Notice>}
        <Drawing title={t.withProposed} steps={proposed} />
      </div>
      <DataTable
        caption={t.previewTitle}
        onPhones="table"
        rows={rows}
        rowKey={(part) => part}
        columns={[
          { key: 'part', title: t.part, cell: (part) => t[part] },
          { key: 'now', title: t.withCurrent, numeric: true, cell: (part) => (current ? formatFen(amountOf(current, part)) : '—') },
          { key: 'proposed', title: t.withProposed, numeric: true, cell: (part) => formatFen(amountOf(proposed, part)) },
          { key: 'change', title: t.difference, numeric: true, cell: (part) => (current ? signed(change(part)) : '—') },
        ]}
      />
    </div>
  )
}

const signed = (amountFen: number) => (amountFen > 0 ? `+${formatFen(amountFen)}` : formatFen(amountFen))

/** The bars say nothing the table does not. */
function Drawing({ title, steps }: { title: string; steps: readonly Step[] }) {
  const t = useMessages(agreementMessages)
  const wholeFen = Math.max(...steps.map((step) => Math.max(step.beforeFen, step.afterFen)))
  const sale: Step = { part: 'kept', amountFen: steps[0]?.beforeFen ?? 0, beforeFen: steps[0]?.beforeFen ?? 0, afterFen: 0 }
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <figcaption className="font-semibold">{title}</figcaption>
      <div aria-hidden="true" className="flex flex-col">
        <Bar label={t.sale} step={sale} look="fill-control" wholeFen={wholeFen} />
        {steps.map((step) => (
          <Bar key={step.part} label={t[step.part]} step={step} look={looks[step.part]} wholeFen={wholeFen} />
        ))}
      </div>
    </figure>
  )
}

function Bar({ label, step, look, wholeFen }: { label: string; step: Step; look: string; wholeFen: number }) {
  const low = Math.min(step.beforeFen, step.afterFen)
  const place = (fen: number) => (fen / wholeFen) * 100
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)_4.5rem] items-center gap-2 text-sm">
      <span>{label}</span>
      <svg aria-hidden="true" viewBox="0 0 100 20" preserveAspectRatio="none" className="h-8 w-full">
        <rect x={0} y={0} width={100} height={20} className="fill-ground" />
        <rect x={place(low)} y={3} width={Math.max(0.6, place(step.amountFen))} height={14} className={look} />
        <line x1={place(step.afterFen)} x2={place(step.afterFen)} y1={3} y2={20} className="stroke-ink-2" strokeWidth={0.3} />
      </svg>
      <span className="text-right whitespace-nowrap">{formatFen(step.amountFen)}</span>
    </div>
  )
}

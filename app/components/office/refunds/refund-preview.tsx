import { DataTable } from '#app/components/ui/data-table.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { DrawnBar } from '../drawn-bar.tsx'
import { accountName } from '../ledger/account-name.ts'

export type NamedPart = { account: string; amountFen: number; zh: string | null; en: string | null }

/** Who gives how much of a refund and where it goes: a row per account, and a bar as long as its part. */
export function RefundPreview({ gives, gets }: { gives: readonly NamedPart[]; gets: readonly NamedPart[] }) {
  const t = useMessages(afterSalesMessages)
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[3fr_2fr]">
      <Parts title={t.whoBears} amount={t.gives} parts={gives} tone="pepper" />
      <Parts title={t.goesTo} amount={t.gets} parts={gets} tone="leaf" />
    </div>
  )
}

type PartsProps = { title: string; amount: string; parts: readonly NamedPart[]; tone: 'leaf' | 'pepper' }

function Parts({ title, amount, parts, tone }: PartsProps) {
  const t = useMessages(afterSalesMessages)
  const nameOf = useAccountNames()
  const most = Math.max(1, ...parts.map((part) => part.amountFen))
  return (
    <section className="flex min-w-0 flex-col gap-2">
      <h3 className="font-semibold">{title}</h3>
      <DataTable
        caption={title}
        rows={parts}
        rowKey={(part) => part.account}
        columns={[
          { key: 'party', title: t.party, cell: nameOf },
          { key: 'amount', title: amount, numeric: true, cell: (part) => formatFen(part.amountFen) },
          { key: 'bar', title: t.part, cell: (part) => <DrawnBar part={part.amountFen / most} tone={tone} /> },
        ]}
      />
    </section>
  )
}

function useAccountNames() {
  const t = useMessages(afterSalesMessages)
  const desk = useMessages(allianceDeskMessages)
  const pick = usePick()
  return ({ account, zh, en }: NamedPart) => {
    const code = account.split(':')[0]
    if (code === '2030') return t.toCustomer
    if (code === '2010') return t.escrow
    if (code === '5020') return t.toAlliance
    const party = zh !== null && en !== null ? `${pick(zh, en)} · ` : ''
    return `${party}${accountName(desk, account)}`
  }
}

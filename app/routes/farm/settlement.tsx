import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FarmStatementLine } from '#app/components/office/settlement/farm-statement-line.tsx'
import { PartySettlement } from '#app/components/office/settlement/party-settlement.tsx'
import { readSettlement } from '#app/http/party-settlements.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { readFarmLines } from '#app/services/settlement/read-party-settlement.server.ts'
import { showToldLine } from './show-told-line.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => settlementMessages[locale].settlementOf(page?.settlement.period ?? ''))

const linesShown = 200

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { settlement, window } = await readSettlement(params, { type: 'farm', id: farmId })
  const { reader } = db()
  const [sales, commission] = await Promise.all(
    (['sales', 'commission'] as const).map((account) => readFarmLines(reader, { farmId, account, window, limit: linesShown })),
  )
  return {
    settlement,
    sales: (sales?.lines ?? []).map(showToldLine),
    commission: (commission?.lines ?? []).map(showToldLine),
    more: sales?.more || commission?.more,
  }
}

export default function Settlement() {
  const { settlement, sales, commission, more } = useLoaderData<typeof loader>()
  const t = useMessages(settlementMessages)
  const parts = [
    { account: 'sales' as const, title: t.fromSales, lines: sales },
    { account: 'commission' as const, title: t.fromCommission, lines: commission },
  ]
  return (
    <>
      <PartySettlement settlement={settlement} at={`/farm/settlements/${settlement.id}`} />
      {parts.map(({ account, title, lines }) =>
        lines.length === 0 ? null : (
          <section key={account} aria-labelledby={account} className="flex flex-col gap-3">
            <h2 id={account} className="text-2xl">
              {title}
            </h2>
            <ul className="divide-y divide-rule rounded-md border border-rule bg-paper">
              {lines.map((line) => (
                <FarmStatementLine key={line.id} line={line} account={account} />
              ))}
            </ul>
          </section>
        ),
      )}
      {more ? <p className="text-ink-2">{t.moreLines}</p> : null}
    </>
  )
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LeaderEarnings } from '#app/components/office/leader/earnings.tsx'
import { PartySettlement } from '#app/components/office/settlement/party-settlement.tsx'
import { addDays, shanghaiInstant } from '#app/domain/business-day.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { SettlementParams } from '#app/schemas/settlement.ts'
import { readLeaderLines, readPartySettlement } from '#app/services/settlement/read-party-settlement.server.ts'
import { memberOf } from './leader-of.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => settlementMessages[locale].settlementOf(page?.settlement.period ?? ''))

const linesShown = 200

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { leaderId } = await memberOf(request)
  const { settlementId } = parseParams(params, SettlementParams)
  const { reader } = db()
  const read = found(await readPartySettlement(reader, { party: { type: 'leader', id: leaderId }, settlementId }))
  const { window, line, untilOn, approvedAt: _, ...settlement } = read
  const andBefore = window.from < shanghaiInstant(settlement.fromOn)
  const earnings = await readLeaderLines(reader, { leaderId, window, limit: linesShown })
  return { settlement: { ...settlement, orders: line.orders, lastOn: addDays(untilOn, -1), andBefore }, ...earnings }
}

export default function Settlement() {
  const { settlement, lines, more } = useLoaderData<typeof loader>()
  const t = useMessages(settlementMessages)
  return (
    <>
      <PartySettlement settlement={settlement} at={`/leader/settlements/${settlement.id}`} />
      {lines.length === 0 ? null : (
        <section aria-labelledby="earnings" className="flex flex-col gap-3">
          <h2 id="earnings" className="text-2xl">
            {t.fromEarnings}
          </h2>
          <LeaderEarnings lines={lines} />
        </section>
      )}
      {more ? <p className="text-ink-2">{t.moreLines}</p> : null}
    </>
  )
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { LeaderEarnings } from '#app/components/office/leader/earnings.tsx'
import { PartySettlement } from '#app/components/office/settlement/party-settlement.tsx'
import { readSettlement } from '#app/http/party-settlements.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { readLeaderLines } from '#app/services/settlement/read-party-settlement.server.ts'
import { memberOf } from './leader-of.server.ts'

export const meta: MetaFunction<typeof loader> = ({ data: page, matches }) =>
  pageTitle(matches, (locale) => settlementMessages[locale].settlementOf(page?.settlement.period ?? ''))

const linesShown = 200

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { leaderId } = await memberOf(request)
  const { settlement, window } = await readSettlement(params, { type: 'leader', id: leaderId })
  return { settlement, ...(await readLeaderLines(db().reader, { leaderId, window, limit: linesShown })) }
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

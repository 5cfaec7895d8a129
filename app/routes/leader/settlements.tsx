import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { PartySettlementList } from '#app/components/office/party-settlement-list.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { db } from '#app/http/runtime.server.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { listPartySettlements } from '#app/services/settlement/list-party-settlements.server.ts'
import { memberOf } from './leader-of.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => settlementMessages[locale].settlements)

export async function loader({ request }: LoaderFunctionArgs) {
  const { leaderId } = await memberOf(request)
  return { rows: await listPartySettlements(db().reader, { type: 'leader', id: leaderId }) }
}

export default function Settlements() {
  const { rows } = useLoaderData<typeof loader>()
  const t = useMessages(settlementMessages)
  return (
    <PartySettlementList
      rows={rows}
      at="/leader/settlements"
      action={
        <ButtonLink to="/leader/statement" look="plain">
          {t.toStatement}
        </ButtonLink>
      }
      aside={
        <Link to="/leader/payout-account" className="inline-flex min-h-11 items-center text-indigo underline">
          {t.toPayoutAccount}
        </Link>
      }
    />
  )
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PartySettlementList } from '#app/components/office/settlement/party-settlement-list.tsx'
import { db } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { listPartySettlements } from '#app/services/settlement/list-party-settlements.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => settlementMessages[locale].settlements)

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  return { rows: await listPartySettlements(db().reader, { type: 'farm', id: farmId }) }
}

export default function Settlements() {
  return <PartySettlementList {...useLoaderData<typeof loader>()} office="/farm" />
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PayoutAccount } from '#app/components/office/settlement/payout-account.tsx'
import { changePayoutAccount, readPayoutAccount } from '#app/http/payout-account.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { pageTitle } from '#app/i18n/page-title.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => settlementMessages[locale].payoutAccount)

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  return await readPayoutAccount(request, { type: 'farm', id: farmId })
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId, farmId } = await requireFarm(request)
  return await changePayoutAccount(request, { party: { type: 'farm', id: farmId }, userId, path: '/farm/payout-account' })
}

export default function FarmPayoutAccount() {
  return <PayoutAccount {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}

import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PayoutAccount } from '#app/components/office/settlement/payout-account.tsx'
import { changePayoutAccount, readPayoutAccount } from '#app/http/payout-account.server.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { memberOf } from './leader-of.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => settlementMessages[locale].payoutAccount)

export async function loader({ request }: LoaderFunctionArgs) {
  const { leaderId } = await memberOf(request)
  return await readPayoutAccount(request, { type: 'leader', id: leaderId })
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId, leaderId } = await memberOf(request)
  return await changePayoutAccount(request, { party: { type: 'leader', id: leaderId }, userId, path: '/leader/payout-account' })
}

export default function LeaderPayoutAccount() {
  return <PayoutAccount {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />
}

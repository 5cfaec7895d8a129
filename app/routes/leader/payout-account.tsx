import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { PayoutAccountForm } from '#app/components/office/payout-account-form.tsx'
import { maskedNumber } from '#app/domain/settlement/payout-account.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { PayoutAccountSchema } from '#app/schemas/settlement.ts'
import { enterPayoutAccount } from '#app/services/settlement/enter-payout-account.server.ts'
import { findPayoutAccount } from '#db/queries/payout-accounts.server.ts'
import { memberOf } from './leader-of.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => settlementMessages[locale].payoutAccount)

export async function loader({ request }: LoaderFunctionArgs) {
  const { leaderId } = await memberOf(request)
  const account = await findPayoutAccount(db().reader, { type: 'leader', id: leaderId })
  return {
    account: account && {
      rail: account.rail,
      holder: account.holder,
      bank: account.bank,
      number: maskedNumber(account.number),
      enteredAt: account.enteredAt,
    },
    saved: new URL(request.url).searchParams.has('saved'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId, leaderId } = await memberOf(request)
  const entry = PayoutAccountSchema.parse(Object.fromEntries(await request.formData()))
  const entered = await enterPayoutAccount(db(), { party: { type: 'leader', id: leaderId }, entry, userId, now: now() })
  if (!entered.ok) return data({ typed: entry, problems: entered.refusal.problems }, { status: 400 })
  return redirect('/leader/payout-account?saved')
}

export default function PayoutAccount() {
  const { account, saved } = useLoaderData<typeof loader>()
  return <PayoutAccountForm account={account} saved={saved} answer={useActionData<typeof action>()} />
}

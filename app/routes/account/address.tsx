import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AccountShell } from '#app/components/account/account-shell.tsx'
import { AddressForm } from '#app/components/account/address-form.tsx'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { AddressIdSchema } from '#app/schemas/address.ts'
import { findKeptAddress } from '#db/queries/account/addresses.server.ts'
import { findPlaces } from '#db/queries/delivery/places.server.ts'
import { readAddress } from './read-address.server.ts'
import { requireCustomer } from './require-customer.server.ts'

const Params = z.object({ addressId: AddressIdSchema })

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => accountPagesMessages[locale].editAddress)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { customerId } = await requireCustomer(request)
  const { addressId } = parseParams(params, Params)
  const { recipient, phone, districtId, street } = found(await findKeptAddress(db().reader, { customerId, addressId }))
  const { districts } = await findPlaces(db().reader, now())
  return { values: { recipient, phone, districtId, street }, districts }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { customerId } = await requireCustomer(request)
  const { addressId } = parseParams(params, Params)
  const saved = await readAddress(await request.formData(), { customerId, addressId, now: now() })
  return saved.ok ? redirect('/account/addresses?kept=1') : data(saved, { status: saved.status })
}

export default function EditAddress() {
  const t = useMessages(accountPagesMessages)
  const { values, districts } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <AccountShell title={t.editAddress}>
      <AddressForm districts={districts} values={answer?.values ?? values} problems={answer?.problems ?? {}} />
    </AccountShell>
  )
}

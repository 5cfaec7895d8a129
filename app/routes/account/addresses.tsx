import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AccountPart, AccountShell } from '#app/components/account/account-shell.tsx'
import { AddressCard } from '#app/components/account/address-card.tsx'
import { AddressForm } from '#app/components/account/address-form.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { found, notFound, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { AddressIdSchema } from '#app/schemas/address.ts'
import { checkPlaces } from '#app/services/account/check-places.server.ts'
import { dropAddress, putAddressFirst } from '#app/services/account/order-addresses.server.ts'
import { findKeptAddresses } from '#db/queries/account/addresses.server.ts'
import { findPlaces } from '#db/queries/delivery/places.server.ts'
import { readAddress } from './read-address.server.ts'
import { requireCustomer } from './require-customer.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => accountPagesMessages[locale].addresses)

export async function loader({ request }: LoaderFunctionArgs) {
  const { customerId, name, phone } = await requireCustomer(request)
  const { reader } = db()
  const addresses = await findKeptAddresses(reader, customerId)
  const [checks, { districts }] = await Promise.all([checkPlaces(reader, addresses, now()), findPlaces(reader, now())])
  const shown = addresses.map(({ id, recipient, phone: reach, street, districtZh, districtEn }) => ({
    address: { id, recipient, phone: reach, street, districtZh, districtEn },
    check: checks.get(id),
  }))
  return { shown, districts, values: { recipient: name, phone }, isKept: new URL(request.url).searchParams.has('kept') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { customerId } = await requireCustomer(request)
  const form = await request.formData()
  const intent = form.get('intent')
  if (intent === 'save') {
    const saved = await readAddress(form, { customerId, addressId: null, now: now() })
    return saved.ok ? redirect('/account/addresses?kept=1') : data(saved, { status: saved.status })
  }
  const own = { customerId, addressId: parseParams(form.get('addressId'), AddressIdSchema) }
  if (intent === 'first') found((await putAddressFirst(db(), { ...own, now: now() })) || null)
  else if (intent === 'remove') await dropAddress(db(), own)
  else throw notFound()
  return redirect('/account/addresses')
}

export default function Addresses() {
  const t = useMessages(accountPagesMessages)
  const { shown, districts, values, isKept } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <AccountShell title={t.addresses}>
      {isKept && !answer ? <Notice tone="good" title={t.savedAddress} /> : null}
      {answer?.isFull ? <Notice tone="bad" title={t.tooManyAddresses} /> : null}
      {shown.length > 0 ? (
        <div className="flex flex-col gap-3">
          <p className="text-ink-2">{t.addressesLead}</p>
          <ul className="flex flex-col gap-3">
            {shown.map(({ address, check }, index) => (
              <AddressCard key={address.id} address={address} check={check} isFirst={index === 0} />
            ))}
          </ul>
        </div>
      ) : (
        <p className="text-ink-2">{t.noAddresses}</p>
      )}
      <AccountPart title={t.addAddress}>
        <AddressForm key={shown.length} districts={districts} values={answer?.values ?? values} problems={answer?.problems ?? {}} />
      </AccountPart>
    </AccountShell>
  )
}

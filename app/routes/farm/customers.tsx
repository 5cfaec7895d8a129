import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { Pager } from '#app/components/office/pager.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { formatShortDay } from '#app/i18n/format.ts'
import { farmPartnersMessages } from '#app/i18n/messages/farm-partners.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { findOwnCustomers } from '#db/queries/farm/own-customers.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmPartnersMessages[locale].customersTitle)

const pageSize = 50
const Search = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) })

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { page } = Search.parse(Object.fromEntries(new URL(request.url).searchParams))
  return { page, ...(await findOwnCustomers(db().reader, { farmId, page, pageSize })) }
}

export default function Customers() {
  const t = useMessages(farmPartnersMessages)
  const locale = useLocale()
  const { customers, page, hasNext } = useLoaderData<typeof loader>()
  const dayText = (at: Date) => <span className="whitespace-nowrap">{formatShortDay(businessDay(at), locale)}</span>
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.customersTitle}</h1>
        <p className="text-ink-2">{t.customersLead}</p>
      </header>
      {customers.length === 0 ? (
        <Empty action={<ButtonLink to="/farm/shop">{t.share}</ButtonLink>}>{t.noCustomers}</Empty>
      ) : (
        <DataTable
          caption={t.customersTitle}
          rows={customers}
          rowKey={({ id }) => id}
          columns={[
            { key: 'name', title: t.name, cell: ({ name }) => <b className="whitespace-nowrap">{name}</b> },
            {
              key: 'phone',
              title: t.phone,
              cell: ({ phone }) => (
                <a href={`tel:${phone}`} className="-my-2.5 inline-flex min-h-11 items-center text-indigo underline">
                  {phone}
                </a>
              ),
            },
            { key: 'orders', title: t.orders, numeric: true, cell: ({ orders }) => orders },
            { key: 'last', title: t.lastOrder, cell: ({ lastOrderAt }) => (lastOrderAt ? dayText(lastOrderAt) : t.never) },
            { key: 'since', title: t.since, cell: ({ since }) => dayText(since) },
          ]}
        />
      )}
      <Pager page={page} hasNext={hasNext} />
    </>
  )
}

import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { CellLink } from '#app/components/office/cell-link.tsx'
import { OrderFile } from '#app/components/office/order-file.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { db } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { findNewestOrders, findOrderByNumber } from '#db/queries/customers/order-lookup.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => allianceDeskMessages[locale].ordersTitle)

/** As it is read out: case and spaces make no difference. */
const Asked = z
  .string()
  .max(40)
  .transform((said) => said.replace(/\s/g, '').toUpperCase())
  .catch('')

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const asked = Asked.parse(new URL(request.url).searchParams.get('number') ?? '')
  const { reader } = db()
  if (asked === '') return { asked, found: null, newest: await findNewestOrders(reader, 15) }
  return { asked, found: await findOrderByNumber(reader, asked), newest: [] }
}

export default function Orders() {
  const { asked, found, newest } = useLoaderData<typeof loader>()
  const t = useMessages(allianceDeskMessages)
  const locale = useLocale()
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <h1 className="text-3xl">{t.ordersTitle}</h1>
        <p className="text-ink-2">{t.ordersLead}</p>
      </header>
      <Form method="get" role="search" className="flex max-w-md items-end gap-3">
        <div className="grow">
          <Field label={t.orderNumber} name="number" defaultValue={asked} autoComplete="off" autoCapitalize="characters" />
        </div>
        <Button>{t.find}</Button>
      </Form>
      {asked !== '' && !found ? <Notice tone="warn" title={t.noSuchOrder(asked)} /> : null}
      {found ? <OrderFile {...found} /> : null}
      {newest.length > 0 ? (
        <section aria-labelledby="newest" className="flex flex-col gap-3">
          <h2 id="newest" className="text-2xl">
            {t.newestOrders}
          </h2>
          <DataTable
            caption={t.newestOrders}
            rows={newest}
            rowKey={(order) => order.id}
            columns={[
              {
                key: 'number',
                title: t.number,
                cell: (order) => (
                  <CellLink to={`?number=${order.number}`} className="font-semibold">
                    {order.number}
                  </CellLink>
                ),
              },
              { key: 'status', title: t.status, cell: (order) => t[order.status] },
              { key: 'amount', title: t.amount, numeric: true, cell: (order) => formatFen(order.totalFen) },
              { key: 'when', title: t.when, cell: (order) => formatMoment(order.placedAt, locale) },
            ]}
          />
        </section>
      ) : null}
    </>
  )
}

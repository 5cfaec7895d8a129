import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AccountShell } from '#app/components/account/account-shell.tsx'
import { GuestOrdersOffer } from '#app/components/account/guest-orders-offer.tsx'
import { OrderList } from '#app/components/account/order-list.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { notFound, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { accountMessages } from '#app/i18n/messages/account.ts'
import { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { findGuestOrders, takeGuestOrders } from '#app/services/account/take-guest-orders.server.ts'
import { findOrdersOf } from '#db/queries/customers/customer-account.server.ts'
import { findCustomerOf } from '#db/queries/viewers.server.ts'
import { requireCustomer } from './require-customer.server.ts'

const perPage = 20
const PageSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).default(1) })

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => accountMessages[locale].ordersTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId } = await requireViewer(request)
  const { searchParams } = new URL(request.url)
  const { page } = parseParams(Object.fromEntries(searchParams), PageSchema)
  const customer = await findCustomerOf(db().reader, userId)
  const offset = (page - 1) * perPage
  const found = customer ? await findOrdersOf(db().reader, { customerId: customer.customerId, limit: perPage + 1, offset }) : []
  const guestOrders = customer && page === 1 ? await findGuestOrders(db().reader, { userId, now: now() }) : []
  return { page, orders: found.slice(0, perPage), hasOlder: found.length > perPage, guestOrders, isTaken: searchParams.has('taken') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId, customerId } = await requireCustomer(request)
  if ((await request.formData()).get('intent') !== 'take') throw notFound()
  await takeGuestOrders(db(), { userId, customerId, now: now() })
  return redirect('/account/orders?taken=1')
}

export default function AccountOrders() {
  const t = useMessages(accountMessages)
  const p = useMessages(accountPagesMessages)
  const { page, orders, hasOlder, guestOrders, isTaken } = useLoaderData<typeof loader>()
  return (
    <AccountShell title={t.ordersTitle}>
      {isTaken ? <Notice tone="good" title={p.guestOrdersTaken} /> : null}
      <GuestOrdersOffer orders={guestOrders} />
      {orders.length > 0 ? (
        <OrderList orders={orders} />
      ) : (
        <Empty drawing="vegetable-box" action={<ButtonLink to="/products">{t.toShop}</ButtonLink>}>
          {t.noOrders}
        </Empty>
      )}
      <nav aria-label={t.ordersTitle} className="flex justify-between gap-4">
        {page > 1 ? <PageLink page={page - 1}>{t.newerOrders}</PageLink> : null}
        {hasOlder ? <PageLink page={page + 1}>{t.olderOrders}</PageLink> : null}
      </nav>
    </AccountShell>
  )
}

const PageLink = ({ page, children }: { page: number; children: string }) => (
  <Link to={`?page=${page}`} className="inline-flex min-h-11 items-center text-indigo underline">
    {children}
  </Link>
)

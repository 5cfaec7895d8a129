import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { AccountPage } from '#app/components/account/account-page.tsx'
import { AccountPart, AccountShell } from '#app/components/account/account-shell.tsx'
import { GuestOrdersOffer } from '#app/components/account/guest-orders-offer.tsx'
import { HomeShop } from '#app/components/account/home-shop.tsx'
import { OrderList } from '#app/components/account/order-list.tsx'
import { SignOut } from '#app/components/account/sign-out.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { homePathOf, requireViewer } from '#app/http/viewer.server.ts'
import { formatDay, formatFen, formatMoment } from '#app/i18n/format.ts'
import { accountMessages } from '#app/i18n/messages/account.ts'
import { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { findGuestOrders } from '#app/services/account/take-guest-orders.server.ts'
import { findNextDelivery, findOpenPayments } from '#db/queries/account/overview.server.ts'
import { findHomeName, findOrdersOf } from '#db/queries/customers/customer-account.server.ts'
import { findCredit } from '#db/queries/customers/customer-credit.server.ts'
import { findCustomerOf } from '#db/queries/viewers.server.ts'

const shownOrders = 3

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => accountMessages[locale].accountTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId, name, roles } = await requireViewer(request)
  const { reader } = db()
  const desk = roles.length > 0 ? homePathOf(roles) : null
  const customer = await findCustomerOf(reader, userId)
  if (!customer) return { name, desk, customer: null }
  const { customerId, homeType } = customer
  const [home, next, toPay, orders, guestOrders, creditFen] = await Promise.all([
    findHomeName(reader, customer),
    findNextDelivery(reader, { customerId, todayOn: businessDay(now()) }),
    findOpenPayments(reader, customerId),
    findOrdersOf(reader, { customerId, limit: shownOrders }),
    findGuestOrders(reader, { userId, now: now() }),
    findCredit(reader, customerId),
  ])
  return { name: customer.name, desk, customer: { homeType, home, next, toPay, orders, guestOrders, creditFen } }
}

type Customer = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['customer']>

export default function Account() {
  const t = useMessages(accountMessages)
  const { name, desk, customer } = useLoaderData<typeof loader>()
  const toDesk = desk ? (
    <ButtonLink to={desk} className="self-start">
      {t.toOffice}
    </ButtonLink>
  ) : null
  if (!customer) {
    return (
      <AccountPage title={t.hello(name)}>
        <p>{t.notCustomer}</p>
        {toDesk}
        <SignOut />
      </AccountPage>
    )
  }
  return (
    <AccountShell title={t.hello(name)} isFirst>
      {toDesk}
      <Overview customer={customer} />
      <SignOut />
    </AccountShell>
  )
}

function Overview({ customer: { homeType, home, next, toPay, orders, guestOrders, creditFen } }: { customer: Customer }) {
  const t = useMessages(accountMessages)
  const p = useMessages(accountPagesMessages)
  const locale = useLocale()
  return (
    <>
      {toPay.length > 0 ? (
        <AccountPart title={p.toPay}>
          <ul className="flex flex-col gap-2">
            {toPay.map((order) => (
              <li key={order.orderId} className="rounded-sm border-l-4 border-rape bg-rape-tint px-4 py-2">
                <OrderLink {...order} /> {p.payUntil(formatFen(order.totalFen - order.creditFen), formatMoment(order.expiresAt, locale))}
              </li>
            ))}
          </ul>
        </AccountPart>
      ) : null}
      <section className="overflow-hidden rounded-md border-2 border-ink bg-paper">
        <h2 className="bg-ink px-4 py-2 text-lg text-paper">{p.nextDelivery}</h2>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3">
          {next ? (
            <>
              <b className="font-display text-2xl leading-tight">{p.nextOn(formatDay(next.deliversOn, locale))}</b>
              <OrderLink {...next} />
            </>
          ) : (
            <p className="text-ink-2">{p.noneComing}</p>
          )}
          {creditFen > 0 ? <p className="basis-full">{p.inCredit(formatFen(creditFen))}</p> : null}
        </div>
      </section>
      <GuestOrdersOffer orders={guestOrders} />
      <AccountPart title={p.recentOrders}>
        {orders.length > 0 ? (
          <OrderList orders={orders} />
        ) : (
          <Empty drawing="vegetable-box" action={<ButtonLink to="/products">{t.toShop}</ButtonLink>}>
            {t.noOrders}
          </Empty>
        )}
      </AccountPart>
      <AccountPart title={t.homeShop}>
        <HomeShop homeType={homeType} home={home} />
      </AccountPart>
    </>
  )
}

const OrderLink = ({ orderId, number }: { orderId: string; number: string }) => (
  <Link to={`/orders/${orderId}`} className="inline-flex min-h-11 items-center font-semibold text-indigo underline">
    {number}
  </Link>
)

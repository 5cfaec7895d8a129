import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { AccountPage } from '#app/components/account/account-page.tsx'
import { CalendarLink } from '#app/components/account/calendar-link.tsx'
import { CreditMoves } from '#app/components/account/credit-moves.tsx'
import { NoticeChoice } from '#app/components/account/notice-choice.tsx'
import { OrderList } from '#app/components/account/order-list.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { LanguageSwitch } from '#app/components/ui/language-switch.tsx'
import { found, notFound } from '#app/http/parse.server.ts'
import { db, now, publicUrl } from '#app/http/runtime.server.ts'
import { homePathOf, requireViewer } from '#app/http/viewer.server.ts'
import { accountMessages } from '#app/i18n/messages/account.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { deliveriesCalendarMessages } from '#app/i18n/messages/deliveries-calendar.ts'
import { orderLiveMessages } from '#app/i18n/messages/order-live.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { changeCalendarKey } from '#app/services/live/change-calendar-key.server.ts'
import { chooseNotices } from '#app/services/live/choose-notices.server.ts'
import { findCalendarKey } from '#db/queries/calendar.server.ts'
import { findAddressesOf, findHomeName, findOrdersOf } from '#db/queries/customer-account.server.ts'
import { findCredit } from '#db/queries/customer-credit.server.ts'
import { findNoticeChoice } from '#db/queries/notices.server.ts'
import { findCreditMoves } from '#db/queries/refund-desk.server.ts'
import { findCustomerOf } from '#db/queries/viewers.server.ts'

const shownOrders = 5
const shownMoves = 20

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => accountMessages[locale].accountTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  const { userId, name, roles } = await requireViewer(request)
  const { reader } = db()
  const desk = roles.length > 0 ? homePathOf(roles) : null
  const customer = await findCustomerOf(reader, userId)
  if (!customer) return { name, desk, customer: null }
  const { customerId, phone, email, homeType } = customer
  const [home, orders, addresses, creditFen, creditMoves, calendarKey, choice] = await Promise.all([
    findHomeName(reader, customer),
    findOrdersOf(reader, { customerId, limit: shownOrders }),
    findAddressesOf(reader, customerId),
    findCredit(reader, customerId),
    findCreditMoves(reader, { customerId, limit: shownMoves }),
    findCalendarKey(reader, customerId),
    findNoticeChoice(reader, customerId),
  ])
  const credit = { balanceFen: creditFen, moves: creditMoves.map((move) => ({ ...move, isIn: move.debit !== `2020:${customerId}` })) }
  const calendarUrl = calendarKey === null ? null : `${publicUrl()}/account/deliveries.ics?key=${calendarKey}`
  const notices = { ...choice, hasMail: email !== null, isKept: new URL(request.url).searchParams.has('kept') }
  return { name, desk, customer: { phone, email, homeType, home, orders, addresses, credit, calendarUrl, notices } }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireViewer(request)
  const { customerId } = found(await findCustomerOf(db().reader, userId))
  const form = await request.formData()
  switch (form.get('intent')) {
    case 'calendar-key':
    case 'calendar-off':
      await changeCalendarKey(db(), { customerId, isOn: form.get('intent') === 'calendar-key', now: now() })
      return redirect('/account')
    case 'notices':
      await chooseNotices(db(), { customerId, mail: form.has('mail'), sms: form.has('sms'), push: form.has('push'), now: now() })
      return redirect('/account?kept=1')
    default:
      throw notFound()
  }
}

type Customer = NonNullable<ReturnType<typeof useLoaderData<typeof loader>>['customer']>

export default function Account() {
  const t = useMessages(accountMessages)
  const { name, desk, customer } = useLoaderData<typeof loader>()
  return (
    <AccountPage title={t.hello(name)}>
      {desk ? (
        <div className="flex flex-col items-start gap-3">
          {customer ? null : <p>{t.notCustomer}</p>}
          <ButtonLink to={desk}>{t.toOffice}</ButtonLink>
        </div>
      ) : null}
      {customer ? <CustomerParts customer={customer} /> : null}
      <div className="flex flex-wrap items-center justify-between gap-4 border-t border-rule pt-6">
        <div className="flex items-center gap-3">
          <span className="text-ink-2">{t.language}</span>
          <LanguageSwitch />
        </div>
        <Form method="post" action="/sign-out" reloadDocument>
          <Button type="submit" look="plain">
            {t.signOut}
          </Button>
        </Form>
      </div>
    </AccountPage>
  )
}

function CustomerParts({ customer }: { customer: Customer }) {
  const t = useMessages(accountMessages)
  const a = useMessages(afterSalesMessages)
  const d = useMessages(deliveriesCalendarMessages)
  const l = useMessages(orderLiveMessages)
  const pick = usePick()
  return (
    <>
      <Part title={t.orders}>
        {customer.orders.length > 0 ? (
          <>
            <OrderList orders={customer.orders} />
            <Link to="/account/orders" className="inline-flex min-h-11 items-center text-indigo underline">
              {t.allOrders}
            </Link>
          </>
        ) : (
          <Empty action={<ButtonLink to="/products">{t.toShop}</ButtonLink>}>{t.noOrders}</Empty>
        )}
      </Part>
      {customer.credit.moves.length > 0 ? (
        <Part title={a.creditTitle}>
          <CreditMoves credit={customer.credit} />
        </Part>
      ) : null}
      <Part title={l.noticesTitle}>
        <NoticeChoice {...customer.notices} />
      </Part>
      <Part title={d.title}>
        <CalendarLink url={customer.calendarUrl} />
      </Part>
      <Part title={t.homeShop}>
        <HomeShop homeType={customer.homeType} home={customer.home} />
      </Part>
      <Part title={t.details}>
        <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
          <dt className="text-ink-2">{t.phone}</dt>
          <dd>{customer.phone || t.notGiven}</dd>
          <dt className="text-ink-2">{t.email}</dt>
          <dd className="break-all">{customer.email ?? t.notGiven}</dd>
        </dl>
      </Part>
      <Part title={t.addresses}>
        {customer.addresses.length === 0 ? <p className="text-ink-2">{t.noAddresses}</p> : null}
        <ul className="flex flex-col gap-3">
          {customer.addresses.map((address) => (
            <li key={address.id} className="border-l-4 border-rule pl-4">
              <p>
                {address.recipient} <span className="text-ink-2">{address.phone}</span>
              </p>
              <p>
                {pick(address.districtZh, address.districtEn)} {address.street}
              </p>
            </li>
          ))}
        </ul>
      </Part>
    </>
  )
}

/** Whose customer they are, and what it means: one sentence, and the truth (S0). */
function HomeShop({ homeType, home }: Pick<Customer, 'homeType' | 'home'>) {
  const t = useMessages(accountMessages)
  const pick = usePick()
  const name = home ? pick(home.nameZh, home.nameEn) : t.allianceShop
  const meaning =
    homeType === 'alliance' || !home ? t.homeAllianceText : homeType === 'farm' ? t.homeFarmText(name) : t.homeLeaderText(name)
  return (
    <>
      <p className="font-display text-lg font-semibold">{name}</p>
      <p className="text-ink-2">{meaning}</p>
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-3">
      <h2 className="text-xl">{title}</h2>
      {children}
    </section>
  )
}

import { AccountForm } from '#app/components/account/account-form.tsx'
import { AccountPart } from '#app/components/account/account-shell.tsx'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

type GuestOrder = { id: string; number: string; placedAt: Date; totalFen: number }

/** Orders made as a guest with the number one signs in with, to be taken into the account; nothing where there are none. */
export function GuestOrdersOffer({ orders }: { orders: readonly GuestOrder[] }) {
  const t = useMessages(accountPagesMessages)
  const locale = useLocale()
  if (orders.length === 0) return null
  return (
    <AccountPart title={t.guestOrders}>
      <p>{t.guestOrdersLead}</p>
      <ul className="flex flex-col gap-1">
        {orders.map(({ id, number, placedAt, totalFen }) => (
          <li key={id} className="flex flex-wrap justify-between gap-x-4 rounded-sm bg-paper px-4 py-2">
            <b>{number}</b>
            <span className="text-ink-2">{formatMoment(placedAt, locale)}</span>
            <span>{formatFen(totalFen)}</span>
          </li>
        ))}
      </ul>
      <AccountForm action="/account/orders" submit={{ label: t.takeGuestOrders, pending: t.saving, name: 'intent', value: 'take' }}>
        {null}
      </AccountForm>
    </AccountPart>
  )
}

import { Form, Link } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import type { WeekRefusal } from '#app/domain/subscription/week-refusals.ts'
import { formatDay, formatFen, formatMoment } from '#app/i18n/format.ts'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { wantingNoticeMessages } from '#app/i18n/messages/wanting-notices.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { type PartToSwap, SwapForms } from './swap-forms.tsx'

type Named = { nameZh: string; nameEn: string }
export type ShownWeek = {
  weekOn: string
  deliversOn: string | null
  changeUntil: Date | null
  isOpen: boolean
  state: keyof typeof tones
  refusal: WeekRefusal | null
  order: { id: string; number: string; totalFen: number; creditFen: number; expiresAt: Date } | null
  priceFen: number
  swapped: readonly { out: Named; into: Named }[]
  parts: readonly PartToSwap[]
}

const tones = {
  planned: 'moving',
  skipped: 'waiting',
  paused: 'waiting',
  ordering: 'moving',
  to_pay: 'waiting',
  ordered: 'done',
  cancelled: 'bad',
  refused: 'bad',
  no_wave: 'waiting',
} as const

/** One delivery to come: its day, how it stands, and what can be done about it. */
export function WeekCard({ week, quantity }: { week: ShownWeek; quantity: number }) {
  const t = useMessages(wantingMessages)
  const n = useMessages(wantingNoticeMessages)
  const locale = useLocale()
  const pick = usePick()
  const { state, order } = week
  const day = week.deliversOn ? formatDay(week.deliversOn, locale) : t.weekOf(formatDay(week.weekOn, locale))
  const comes = state === 'planned' || state === 'no_wave'
  const name = ({ nameZh, nameEn }: Named) => pick(nameZh, nameEn)
  return (
    <li className="flex flex-col items-start gap-2 rounded-md border border-rule bg-paper p-4">
      <h3 className="flex w-full flex-wrap items-baseline justify-between gap-2 text-lg">
        {day}
        <span className="text-base">
          <StatusMark tone={tones[state]}>{t[state]}</StatusMark>
        </span>
      </h3>
      {week.refusal ? <p>{n[week.refusal]}</p> : null}
      {comes ? <p>{t.priceOfWeek(formatFen(week.priceFen * quantity))}</p> : null}
      {comes && week.swapped.length > 0 ? (
        <ul className="text-ink-2">
          {week.swapped.map(({ out, into }) => (
            <li key={name(out)}>{t.swappedTo(name(out), name(into))}</li>
          ))}
        </ul>
      ) : null}
      {order && state === 'to_pay' ? <PayWeek order={order} /> : null}
      {order ? (
        <Link to={`/orders/${order.id}`} className="inline-flex min-h-11 items-center text-indigo underline">
          {t.seeOrder(order.number)}
        </Link>
      ) : null}
      {week.isOpen && (comes || state === 'skipped') ? (
        <>
          {week.changeUntil ? <p className="text-sm text-ink-2">{t.canChangeUntil(formatMoment(week.changeUntil, locale))}</p> : null}
          <Form method="post" preventScrollReset>
            <input type="hidden" name="weekOn" value={week.weekOn} />
            {state === 'skipped' ? (
              <Button type="submit" name="intent" value="unskip" look="plain" aria-label={t.unskipThis(day)}>
                {t.unskip}
              </Button>
            ) : (
              <Button type="submit" name="intent" value="skip" look="plain" aria-label={t.skipThis(day)}>
                {t.skip}
              </Button>
            )}
          </Form>
          {comes && week.parts.length > 0 ? <SwapForms weekOn={week.weekOn} parts={week.parts} /> : null}
        </>
      ) : null}
    </li>
  )
}

/** What is left to pay; the order's page opens the payment. */
function PayWeek({ order }: { order: NonNullable<ShownWeek['order']> }) {
  const t = useMessages(wantingMessages)
  const locale = useLocale()
  return (
    <Form method="post" action={`/orders/${order.id}`} className="flex flex-col items-start gap-2">
      <p>{t.payBefore(formatFen(order.totalFen - order.creditFen), formatMoment(order.expiresAt, locale))}</p>
      <Button type="submit" name="intent" value="pay">
        {t.pay}
      </Button>
    </Form>
  )
}

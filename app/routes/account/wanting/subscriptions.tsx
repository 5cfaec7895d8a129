import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { AccountShell } from '#app/components/account/account-shell.tsx'
import { ProducePicture } from '#app/components/shop/produce-picture.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { db, now } from '#app/http/runtime.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { wantingNoticeMessages } from '#app/i18n/messages/wanting-notices.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { readWeeks } from '#app/services/wanting/read-weeks.server.ts'
import { findSubscriptionsOf } from '#db/queries/wanting/subscriptions.server.ts'
import { requireCustomer } from '../require-customer.server.ts'
import { useRhythmWords } from './use-rhythm-words.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => wantingMessages[locale].subscriptions)

export async function loader({ request }: LoaderFunctionArgs) {
  const { customerId } = await requireCustomer(request)
  const { reader } = db()
  const found = await findSubscriptionsOf(reader, customerId)
  const subscriptions = await Promise.all(
    found.map(async ({ subscription, crop, category, nameZh, nameEn, sizeZh, sizeEn, priceFen }) => {
      const { id, status, pausedUntilOn, everyWeeks, weekday, quantity } = subscription
      const weeks = status === 'ended' ? null : await readWeeks(reader, { subscription, priceFen }, now())
      const said = { nextOn: weeks?.next?.deliversOn ?? null, missed: weeks?.missed ?? null }
      return { id, status, pausedUntilOn, everyWeeks, weekday, quantity, crop, category, nameZh, nameEn, sizeZh, sizeEn, ...said }
    }),
  )
  return { subscriptions }
}

export default function Subscriptions() {
  const t = useMessages(wantingMessages)
  const n = useMessages(wantingNoticeMessages)
  const locale = useLocale()
  const pick = usePick()
  const words = useRhythmWords()
  const { subscriptions } = useLoaderData<typeof loader>()
  return (
    <AccountShell title={t.subscriptions}>
      {subscriptions.length === 0 ? (
        <Empty drawing="vegetable-box" action={<ButtonLink to="/products?category=boxes">{t.toShop}</ButtonLink>}>
          {t.noSubscriptions}
        </Empty>
      ) : (
        <ul className="flex flex-col gap-3">
          {subscriptions.map((one) => (
            <li key={one.id} className="flex items-start gap-4 rounded-md border-2 border-ink bg-paper p-3">
              <ProducePicture {...one} alt="" className="max-w-24 shrink-0 rounded-sm border-2 border-ink" />
              <div className="flex min-w-0 flex-col gap-1">
                <Link
                  to={`/account/subscriptions/${one.id}`}
                  className="inline-flex min-h-11 items-center text-lg leading-snug font-semibold text-indigo"
                >
                  {pick(`${one.nameZh} ${one.sizeZh}`, `${one.nameEn}, ${one.sizeEn}`)}
                </Link>
                <p>{words.rhythm(one)}</p>
                <p className="text-ink-2">{words.standing(one)}</p>
                {one.missed ? (
                  <p>
                    {t.missed(formatDay(one.missed.weekOn, locale))} {n[one.missed.refusal]}
                  </p>
                ) : null}
                {one.status === 'ended' ? null : <p>{one.nextOn ? t.next(formatDay(one.nextOn, locale)) : t.noNext}</p>}
              </div>
            </li>
          ))}
        </ul>
      )}
    </AccountShell>
  )
}

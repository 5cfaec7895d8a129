import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { AccountPart, AccountShell } from '#app/components/account/account-shell.tsx'
import { MissedWeek } from '#app/components/shop/wanting/missed-week.tsx'
import { SteerForms } from '#app/components/shop/wanting/steer-forms.tsx'
import { WeekCard } from '#app/components/shop/wanting/week-card.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { formatFen } from '#app/i18n/format.ts'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { findSubscriptionOf } from '#db/queries/wanting/subscriptions.server.ts'
import { requireCustomer } from '../require-customer.server.ts'
import { showSubscription } from './show-subscription.server.ts'
import { steerSubscription } from './steer-subscription.server.ts'
import { useRhythmWords } from './use-rhythm-words.ts'

const Params = z.object({ subscriptionId: IdSchema })

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => wantingMessages[locale].subscriptions)

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { customerId } = await requireCustomer(request)
  const { subscriptionId: id } = parseParams(params, Params)
  const shown = found(await findSubscriptionOf(db().reader, { id, customerId }))
  const { searchParams } = new URL(request.url)
  return {
    ...(await showSubscription(shown)),
    said: searchParams.has('started') ? 'started' : searchParams.has('kept') ? 'kept' : null,
  } as const
}

export async function action({ request, params }: ActionFunctionArgs) {
  const customer = await requireCustomer(request)
  const { subscriptionId } = parseParams(params, Params)
  const steered = await steerSubscription(await request.formData(), subscriptionId, customer)
  if (steered.refusal) return data(steered, { status: 409 })
  if (Object.keys(steered.problems).length > 0) return data(steered, { status: 400 })
  return redirect(`/account/subscriptions/${subscriptionId}?kept=1`)
}

export default function SubscriptionPage() {
  const t = useMessages(wantingMessages)
  const pick = usePick()
  const words = useRhythmWords()
  const { subscription, size, isSold, risen, contents, weeks, missed, next, places, values, today, said } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errors = Object.fromEntries(Object.entries(answer?.problems ?? {}).map(([name, code]) => [name, t[code]]))
  return (
    <AccountShell title={pick(size.nameZh, size.nameEn)}>
      {answer?.refusal ? <Notice tone="bad" title={t[answer.refusal]} /> : null}
      {said && !answer ? <Notice tone="good" title={t[said]} /> : null}
      <div>
        <p>
          <Link to={`/products/${encodeURIComponent(size.slug)}`} className="text-indigo underline">
            {pick(size.sizeZh, size.sizeEn)}
          </Link>
          {' · '}
          {words.rhythm(subscription)}
        </p>
        <p className="text-ink-2">{words.standing(subscription)}</p>
      </div>
      {isSold || subscription.status === 'ended' ? null : <Notice tone="warn" title={t.offShelf} />}
      {risen && subscription.status !== 'ended' ? (
        <Notice tone="warn" title={t.risen(formatFen(risen.beforeFen), formatFen(risen.afterFen))} />
      ) : null}
      {missed ? <MissedWeek missed={missed} next={next} isPaused={subscription.status === 'paused'} /> : null}
      {weeks.length > 0 ? (
        <AccountPart title={t.comingTitle}>
          <ul className="flex flex-col gap-3">
            {weeks.map((week) => (
              <WeekCard key={week.weekOn} week={week} quantity={subscription.quantity} />
            ))}
          </ul>
        </AccountPart>
      ) : null}
      {contents.length > 0 ? (
        <AccountPart title={t.contentsTitle}>
          <ul>
            {contents.map((part) => (
              <li key={part.variantId}>
                {pick(`${part.nameZh} ${part.sizeZh}`, `${part.nameEn}, ${part.sizeEn}`)} {t.units(part.units)}
              </li>
            ))}
          </ul>
        </AccountPart>
      ) : null}
      {subscription.status === 'ended' ? null : (
        <SteerForms
          status={subscription.status}
          today={today}
          values={answer?.values ?? values}
          errors={errors}
          places={places}
          isOpen={Object.keys(errors).length > 0}
        />
      )}
    </AccountShell>
  )
}

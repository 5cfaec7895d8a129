import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { AccountShell } from '#app/components/account/account-shell.tsx'
import { RhythmFields } from '#app/components/shop/wanting/rhythm-fields.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { found } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { formatFen } from '#app/i18n/format.ts'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { StartSchema, WishedRhythmSchema } from '#app/schemas/subscription.ts'
import { type StartRefusal, startSubscription } from '#app/services/wanting/start-subscription.server.ts'
import { findSizeToWant, findSoldAhead } from '#db/queries/wanting/boxes.server.ts'
import { requireCustomer } from '../require-customer.server.ts'
import { offerPlaces, parseRhythm, receiverOf, type TypedProblems, type TypedValues, typedValues } from './read-rhythm.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => wantingMessages[locale].newTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  const { customerId } = await requireCustomer(request)
  const wished = WishedRhythmSchema.parse(Object.fromEntries(new URL(request.url).searchParams))
  const size = found(wished.variantId === null ? null : await findSizeToWant(db().reader, wished.variantId))
  const isSoldAhead = (await findSoldAhead(db().reader, [size.variantId])).has(size.variantId)
  const places = await offerPlaces(customerId)
  const [first] = places.addresses
  const today = businessDay(now())
  const values: TypedValues = { everyWeeks: wished.everyWeeks, startsOn: today, place: first ? `address:${first.id}` : '' }
  const { variantId, slug, nameZh, nameEn, sizeZh, sizeEn, priceFen } = size
  return { size: { variantId, slug, nameZh, nameEn, sizeZh, sizeEn, priceFen }, isSoldAhead, places, values, today }
}

export async function action({ request }: ActionFunctionArgs) {
  const customer = await requireCustomer(request)
  const form = await request.formData()
  const values = typedValues(form)
  const parsed = parseRhythm(form, StartSchema)
  if (!parsed.ok) return data({ values, problems: parsed.problems, refusal: null }, { status: 400 })
  const { place, note, ...wanted } = parsed.value
  const receiver = await receiverOf(place, note, customer)
  const at = { customerId: customer.customerId, locale: localeOf(request), now: now() }
  const started = await startSubscription(db(), { ...wanted, ...receiver, ...at })
  if (started.ok) return redirect(`/account/subscriptions/${started.value.subscriptionId}?started=1`)
  return data({ values, problems: {} as TypedProblems, refusal: started.refusal.code as StartRefusal['code'] }, { status: 409 })
}

export default function NewSubscription() {
  const t = useMessages(wantingMessages)
  const pick = usePick()
  const { size, isSoldAhead, places, ...fresh } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isSaving = useNavigation().formMethod === 'POST'
  const values = answer?.values ?? fresh.values
  const errors = Object.fromEntries(Object.entries(answer?.problems ?? {}).map(([name, code]) => [name, t[code]]))
  if (isSoldAhead)
    return (
      <AccountShell title={t.newTitle}>
        <Notice tone="warn" title={t.sold_ahead}>
          <Link to={`/products/${encodeURIComponent(size.slug)}`} className="inline-flex min-h-11 items-center text-indigo underline">
            {t.backToProduct}
          </Link>
        </Notice>
      </AccountShell>
    )
  return (
    <AccountShell title={t.newTitle}>
      {answer?.refusal ? <Notice tone="bad" title={t[answer.refusal]} /> : null}
      <div>
        <p className="text-lg font-semibold">{pick(`${size.nameZh} ${size.sizeZh}`, `${size.nameEn}, ${size.sizeEn}`)}</p>
        <p className="text-ink-2">{t.perTime(formatFen(size.priceFen))}</p>
      </div>
      <Form method="post" noValidate className="flex max-w-xl flex-col gap-4 rounded-md border border-rule bg-paper p-4">
        <input type="hidden" name="variantId" value={size.variantId} />
        <RhythmFields values={values} errors={errors} places={places} />
        <Field
          label={t.startsOn}
          name="startsOn"
          type="date"
          min={fresh.today}
          defaultValue={values.startsOn ?? fresh.today}
          error={errors.startsOn}
          hint={t.startsHint}
        />
        <p>{t.howPaid}</p>
        <Button type="submit" disabled={isSaving} className="self-start">
          {isSaving ? t.saving : t.start}
        </Button>
      </Form>
    </AccountShell>
  )
}

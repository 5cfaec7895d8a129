import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BrandField, BrandSelect, type TypedForm } from '#app/components/office/brands/brand-fields.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { cropNames } from '#app/domain/woodcut/crop-names.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { RegistrationSchema, wrongFields } from '#app/schemas/brand-forms.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { endIndication, registerIndication } from '#app/services/brands/register-indication.server.ts'
import { findRegistrable, findRegistrations } from '#db/queries/brands/registrations.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => brandDeskMessages[locale].indicationsTitle)

const Done = z.enum(['registered', 'ended']).nullable().catch(null)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { reader } = db()
  const [registrations, choices] = await Promise.all([findRegistrations(reader), findRegistrable(reader)])
  return { registrations, choices, today: businessDay(now()), done: Done.parse(new URL(request.url).searchParams.get('done')) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const form = await request.formData()
  const typed = typedIn(form)
  const who = { userId, now: now() }
  if (form.get('intent') === 'end') {
    const id = IdSchema.safeParse(form.get('registrationId'))
    const ended = id.success ? await endIndication(db(), { ...who, registrationId: id.data }) : null
    if (!ended?.ok) return data({ refusal: 'not_running' as const, wrong: [], typed: {} }, { status: 409 })
    return redirect('/alliance/indications?done=ended')
  }
  const asked = RegistrationSchema.safeParse(Object.fromEntries(form))
  if (!asked.success) return data({ refusal: null, wrong: wrongFields(asked.error), typed }, { status: 400 })
  const registered = await registerIndication(db(), { ...who, ...asked.data })
  if (!registered.ok) return data({ refusal: registered.refusal.code, wrong: [], typed }, { status: 409 })
  return redirect('/alliance/indications?done=registered')
}

export default function Indications() {
  const { registrations, choices, today, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(brandDeskMessages)
  const pick = usePick()
  const form: TypedForm = { wrong: answer?.wrong ?? [], typed: answer?.typed ?? {} }
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <h1 className="text-3xl">{t.indicationsTitle}</h1>
        <p className="text-ink-2">{t.indicationsLead}</p>
      </header>
      {answer ? <Notice tone="bad" title={answer.refusal === null ? t.fieldsWrong : t[answer.refusal]} /> : null}
      {done && !answer ? <Notice tone="good" title={done === 'registered' ? t.registered : t.endedNow} /> : null}
      {registrations.length === 0 ? (
        <Empty>{t.noRegistrations}</Empty>
      ) : (
        <DataTable
          caption={t.indicationsTitle}
          rows={registrations}
          rowKey={({ id }) => id}
          columns={[
            { key: 'gi', title: t.indication, cell: (row) => pick(row.giZh, row.giEn) },
            { key: 'farm', title: t.farm, cell: (row) => pick(row.farmZh, row.farmEn) },
            { key: 'crop', title: t.crop, cell: (row) => cropText(row.crop, pick) },
            { key: 'origin', title: t.originPrefix, cell: (row) => row.originZh },
            { key: 'number', title: t.number, cell: (row) => row.number },
            {
              key: 'runs',
              title: t.fromOn,
              cell: (row) => (
                <>
                  <span className="block whitespace-nowrap">{t.since(row.fromOn)}</span>
                  {row.untilOn === null ? null : <span className="block whitespace-nowrap">{t.until(row.untilOn)}</span>}
                </>
              ),
            },
            {
              key: 'state',
              title: t.running,
              cell: (row) =>
                row.untilOn === null || row.untilOn >= today ? (
                  <Form method="post" className="relative flex flex-col items-start gap-1">
                    <StatusMark tone="done">{t.running}</StatusMark>
                    <input type="hidden" name="registrationId" value={row.id} />
                    <Button look="danger" name="intent" value="end" className="whitespace-nowrap">
                      {t.end}
                      <span className="sr-only"> {row.number}</span>
                    </Button>
                  </Form>
                ) : (
                  <StatusMark tone="waiting">{t.ended}</StatusMark>
                ),
            },
          ]}
        />
      )}
      <Form method="post" className="grid max-w-3xl gap-4 rounded-md border border-rule bg-paper px-4 py-4 sm:grid-cols-2">
        <h2 className="text-xl sm:col-span-2">{t.register}</h2>
        <BrandSelect form={form} name="giCode" label={t.indication}>
          {choices.indications.map(({ code, nameZh, nameEn }) => (
            <option key={code} value={code}>
              {pick(nameZh, nameEn)}
            </option>
          ))}
        </BrandSelect>
        <BrandSelect form={form} name="farmId" label={t.farm}>
          {choices.farms.map(({ id, nameZh, nameEn }) => (
            <option key={id} value={id}>
              {pick(nameZh, nameEn)}
            </option>
          ))}
        </BrandSelect>
        <BrandSelect form={form} name="crop" label={t.crop}>
          {Object.entries(cropNames).map(([crop, { zh, en }]) => (
            <option key={crop} value={crop}>
              {pick(zh, en)}
            </option>
          ))}
        </BrandSelect>
        <BrandField form={form} name="originZh" label={t.originPrefix} hint={t.originHint} maxLength={60} />
        <BrandField form={form} name="number" label={t.number} maxLength={60} />
        <BrandField form={form} name="fromOn" label={t.fromOn} type="date" />
        <BrandField form={form} name="untilOn" label={t.untilOptional} type="date" />
        <Button name="intent" value="register" className="justify-self-start sm:col-span-2">
          {t.registerButton}
        </Button>
      </Form>
    </>
  )
}

const cropText = (crop: string, pick: (zh: string, en: string) => string) => {
  const known = Object.entries(cropNames).find(([name]) => name === crop)?.[1]
  return known ? pick(known.zh, known.en) : crop
}

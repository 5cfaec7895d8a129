import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { BrandField, BrandSelect, type TypedForm } from '#app/components/office/brands/brand-fields.tsx'
import { TestList } from '#app/components/shop/brands/test-list.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { TestSchema, wrongFields } from '#app/schemas/brand-forms.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { recordTest } from '#app/services/brands/record-test.server.ts'
import { findTests } from '#db/queries/brands/members.server.ts'
import { findRegistrable } from '#db/queries/brands/registrations.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => brandDeskMessages[locale].testsTitle)

const shown = 60

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { reader } = db()
  const [tests, { farms }] = await Promise.all([findTests(reader, { limit: shown }), findRegistrable(reader)])
  return { tests, farms, done: new URL(request.url).searchParams.has('done') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const form = await request.formData()
  const typed = typedIn(form)
  const asked = TestSchema.safeParse(Object.fromEntries(form))
  if (!asked.success) return data({ refusal: null, wrong: wrongFields(asked.error), typed }, { status: 400 })
  const recorded = await recordTest(db(), { ...asked.data, userId, now: now() })
  if (!recorded.ok) return data({ refusal: recorded.refusal.code, wrong: [], typed }, { status: 409 })
  return redirect('/alliance/tests?done')
}

export default function Tests() {
  const { tests, farms, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(brandDeskMessages)
  const pick = usePick()
  const form: TypedForm = { wrong: answer?.wrong ?? [], typed: answer?.typed ?? {} }
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <h1 className="text-3xl">{t.testsTitle}</h1>
        <p className="text-ink-2">{t.testsLead}</p>
      </header>
      {answer ? <Notice tone="bad" title={answer.refusal === null ? t.fieldsWrong : t[`test_${answer.refusal}`]} /> : null}
      {done && !answer ? <Notice tone="good" title={t.testSaved} /> : null}
      <Form method="post" className="grid max-w-3xl gap-4 rounded-md border border-rule bg-paper px-4 py-4 sm:grid-cols-2">
        <h2 className="text-xl sm:col-span-2">{t.addTest}</h2>
        <BrandSelect form={form} name="farmId" label={t.farm}>
          {farms.map(({ id, nameZh, nameEn }) => (
            <option key={id} value={id}>
              {pick(nameZh, nameEn)}
            </option>
          ))}
        </BrandSelect>
        <BrandSelect form={form} name="subject" label={t.subject}>
          <option value="produce">{t.produce}</option>
          <option value="soil">{t.soil}</option>
          <option value="water">{t.water}</option>
        </BrandSelect>
        <BrandField form={form} name="productCode" label={t.product} maxLength={40} />
        <BrandField form={form} name="testedOn" label={t.testedOn} type="date" />
        <BrandField form={form} name="titleZh" label={t.testTitleZh} lang="zh-CN" maxLength={60} />
        <BrandField form={form} name="titleEn" label={t.testTitleEn} lang="en" maxLength={100} />
        <BrandField form={form} name="lab" label={t.lab} maxLength={80} />
        <BrandField form={form} name="reportNumber" label={t.reportNumber} maxLength={60} />
        <BrandField form={form} name="finding" label={t.finding} maxLength={160} />
        <BrandSelect form={form} name="result" label={t.result}>
          <option value="pass">{t.pass}</option>
          <option value="fail">{t.fail}</option>
        </BrandSelect>
        <Button className="justify-self-start sm:col-span-2">{t.saveTest}</Button>
      </Form>
      {tests.length === 0 ? <Empty>{t.noTests}</Empty> : <TestList tests={tests} withFarm />}
    </>
  )
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { fieldNaming } from '#app/domain/brands/doubt-origin.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { brandDeskMessages } from '#app/i18n/messages/brand-desk.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { VerdictOnOriginSchema } from '#app/schemas/brand-forms.ts'
import { decideDoubt } from '#app/services/brands/decide-doubt.server.ts'
import { findDoubted } from '#db/queries/brands/origins.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => brandDeskMessages[locale].qualityTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const doubted = await findDoubted(db().reader)
  return {
    doubted: doubted.map(({ textZh, textEn, ...row }) => {
      const field = fieldNaming({ ...row, textZh, textEn }, row.word)
      const texts = { nameZh: row.nameZh, nameEn: row.nameEn, textZh, textEn }
      return { ...row, quote: field === null ? null : texts[field] }
    }),
    done: new URL(request.url).searchParams.has('done'),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const form = Object.fromEntries(await request.formData())
  const asked = parseParams(form, VerdictOnOriginSchema)
  const note = String(form.note ?? '').trim()
  const answer = { of: asked.productId, note }
  if (note === '' || note.length > 200) return data({ ...answer, problem: 'noteMissing' as const }, { status: 400 })
  const decided = await decideDoubt(db(), { ...asked, note, userId, now: now() })
  if (!decided.ok) return data({ ...answer, problem: decided.refusal.code }, { status: 409 })
  return redirect('/alliance/quality?done')
}

export default function Quality() {
  const { doubted, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(brandDeskMessages)
  const pick = usePick()
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <h1 className="text-3xl">{t.qualityTitle}</h1>
        <p className="text-ink-2">{t.qualityLead}</p>
      </header>
      {answer ? <Notice tone="bad" title={t[answer.problem]} /> : null}
      {done && !answer ? <Notice tone="good" title={t.decided} /> : null}
      {doubted.length === 0 ? <Empty>{t.noDoubts}</Empty> : null}
      <ul className="flex flex-col gap-4">
        {doubted.map((row) => (
          <li key={row.id} className="flex flex-col gap-2 rounded-md border border-rule bg-paper px-4 py-4">
            <h2 className="font-sans text-lg font-semibold">
              {row.status === 'listed' ? (
                <Link to={`/products/${row.slug}`}>{pick(row.nameZh, row.nameEn)}</Link>
              ) : (
                pick(row.nameZh, row.nameEn)
              )}
            </h2>
            <p className="text-ink-2">
              {row.farmZh && row.farmEn ? `${pick(row.farmZh, row.farmEn)} · ` : ''}
              {t.originIs(pick(row.originZh, row.originEn))}
            </p>
            <p>
              <StatusMark tone="bad">{t.says(row.word)}</StatusMark>
            </p>
            {row.quote ? <blockquote className="border-l-4 border-rule pl-3">{row.quote}</blockquote> : null}
            <Form method="post" className="flex max-w-xl flex-col gap-3">
              <input type="hidden" name="productId" value={row.id} />
              <input type="hidden" name="word" value={row.word} />
              <Field
                label={t.note}
                name="note"
                id={`note-${row.id}`}
                maxLength={200}
                defaultValue={answer?.of === row.id ? answer.note : ''}
                error={answer?.of === row.id && answer.problem === 'noteMissing' ? t.noteMissing : undefined}
              />
              <div className="flex flex-wrap gap-2">
                <Button name="verdict" value="let" look="plain">
                  {t.letStand}
                  <span className="sr-only"> {pick(row.nameZh, row.nameEn)}</span>
                </Button>
                {row.status === 'listed' ? (
                  <Button name="verdict" value="off" look="danger">
                    {t.takeOff}
                    <span className="sr-only"> {pick(row.nameZh, row.nameEn)}</span>
                  </Button>
                ) : (
                  <StatusMark tone="waiting">{t.offShelf}</StatusMark>
                )}
              </div>
            </Form>
          </li>
        ))}
      </ul>
    </>
  )
}

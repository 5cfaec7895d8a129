import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { OlderPages } from '#app/components/office/older-pages.tsx'
import { ReviewHead } from '#app/components/office/review-head.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { reviewMessages } from '#app/i18n/messages/reviews.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { BeforeSchema } from '#app/schemas/before.ts'
import { VerdictSchema } from '#app/schemas/review.ts'
import { judgeReview } from '#app/services/reviews/judge-review.server.ts'
import { findReviewsForDesk } from '#db/queries/catalog/review-desk.server.ts'

const shown = 30
const Sort = z.literal('stars').nullable().catch(null)

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => reviewMessages[locale].title)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { searchParams } = new URL(request.url)
  const lowFirst = Sort.parse(searchParams.get('sort')) !== null
  const before = lowFirst ? null : BeforeSchema.parse(searchParams.get('before'))
  const found = await findReviewsForDesk(db().reader, { before, lowFirst, limit: shown + 1 })
  return { reviews: found.slice(0, shown), lowFirst, before: before?.toISOString() ?? null, hasOlder: !lowFirst && found.length > shown }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const form = Object.fromEntries(await request.formData())
  const parsed = VerdictSchema.safeParse(form)
  if (!parsed.success) return data({ reviewId: String(form.reviewId ?? ''), typed: String(form.reason ?? ''), code: null }, { status: 400 })
  const judged = await judgeReview(db(), { ...parsed.data, userId, now: now() })
  if (judged.ok) return redirect('/alliance/reviews')
  return data({ reviewId: parsed.data.reviewId, typed: '', code: judged.refusal.code }, { status: 409 })
}

export default function Reviews() {
  const t = useMessages(reviewMessages)
  const { reviews, lowFirst, before, hasOlder } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const problemAt = answered && answered.code === null ? answered.reviewId : null
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.title}</h1>
        <p className="text-ink-2">{t.deskLead}</p>
        <Link to={lowFirst ? '?' : '?sort=stars'} className="inline-flex min-h-11 items-center self-start text-indigo underline">
          {lowFirst ? t.newestFirst : t.lowFirst}
        </Link>
      </header>
      {answered?.code ? <Notice tone="bad" title={t[answered.code]} /> : null}
      {reviews.length === 0 ? <Empty>{t.noneYet}</Empty> : null}
      <ul className="flex flex-col gap-4">
        {reviews.map((review) => (
          <li key={review.id} className="flex flex-col gap-3 rounded-md border border-rule bg-paper p-4">
            <ReviewHead {...review} />
            {review.answer ? <p className="border-l-2 border-leaf pl-3 whitespace-pre-line">{review.answer}</p> : null}
            <Form method="post" className="flex flex-wrap items-end gap-3">
              <input type="hidden" name="reviewId" value={review.id} />
              {review.hiddenReason === null ? (
                <Field
                  id={`reason-${review.id}`}
                  name="reason"
                  label={t.hideReason}
                  maxLength={200}
                  defaultValue={problemAt === review.id ? answered?.typed : undefined}
                  error={problemAt === review.id ? t.reasonMissing : undefined}
                />
              ) : null}
              <Button type="submit" look="plain" name="verdict" value={review.hiddenReason === null ? 'hide' : 'show'}>
                {review.hiddenReason === null ? t.hide : t.show}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <OlderPages before={before} older={hasOlder ? (reviews.at(-1)?.writtenAt.toISOString() ?? null) : null} />
    </>
  )
}

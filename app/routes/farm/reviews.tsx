import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { OlderPages } from '#app/components/office/older-pages.tsx'
import { ReviewHead } from '#app/components/office/review-head.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { reviewMessages } from '#app/i18n/messages/reviews.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { BeforeSchema } from '#app/schemas/before.ts'
import { AnswerSchema } from '#app/schemas/review.ts'
import { answerReview } from '#app/services/reviews/answer-review.server.ts'
import { findReviewsOfFarm } from '#db/queries/farm/reviews.server.ts'

const shown = 30

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => reviewMessages[locale].title)

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const url = new URL(request.url)
  const before = BeforeSchema.parse(url.searchParams.get('before'))
  const found = await findReviewsOfFarm(db().reader, { farmId, before, limit: shown + 1 })
  const reviews = found.slice(0, shown)
  return { reviews, before: before?.toISOString() ?? null, hasOlder: found.length > shown, isAnswered: url.searchParams.has('answered') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { farmId, userId } = await requireFarm(request)
  const form = Object.fromEntries(await request.formData())
  const parsed = AnswerSchema.safeParse(form)
  if (!parsed.success) return data({ reviewId: String(form.reviewId ?? ''), typed: String(form.answer ?? ''), code: null }, { status: 400 })
  const answered = await answerReview(db(), { ...parsed.data, farmId, userId, now: now() })
  if (answered.ok) return redirect('/farm/reviews?answered')
  return data({ reviewId: parsed.data.reviewId, typed: parsed.data.answer, code: answered.refusal.code }, { status: 409 })
}

export default function FarmReviews() {
  const t = useMessages(reviewMessages)
  const { reviews, before, hasOlder, isAnswered } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.title}</h1>
        <p className="text-ink-2">{t.farmLead}</p>
      </header>
      {answered?.code ? <Notice tone="bad" title={t[answered.code]} /> : null}
      {isAnswered && !answered ? <Notice tone="good" title={t.answered} /> : null}
      {reviews.length === 0 ? <Empty>{t.noneYet}</Empty> : null}
      <ul className="flex flex-col gap-4">
        {reviews.map((review) => (
          <li key={review.id} className="flex flex-col gap-3 rounded-md border border-rule bg-paper p-4">
            <ReviewHead {...review} />
            {review.answer ? (
              <p className="border-l-2 border-leaf pl-3 whitespace-pre-line">{review.answer}</p>
            ) : (
              <Form method="post" className="flex max-w-prose flex-col gap-2">
                <input type="hidden" name="reviewId" value={review.id} />
                <TextField
                  id={`answer-${review.id}`}
                  name="answer"
                  label={t.answerLabel}
                  maxLength={500}
                  defaultValue={answered?.reviewId === review.id ? answered.typed : undefined}
                  error={answered?.reviewId === review.id && answered.code === null ? t.answerMissing : undefined}
                />
                <Button type="submit" look="plain" className="self-start">
                  {t.sendAnswer}
                </Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
      <OlderPages before={before} older={hasOlder ? (reviews.at(-1)?.writtenAt.toISOString() ?? null) : null} />
    </>
  )
}

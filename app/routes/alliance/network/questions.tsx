import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { NetworkFields } from '#app/components/office/network/network-fields.tsx'
import { NetworkPageHead } from '#app/components/office/network/network-page-head.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { PlaceForm, readNetworkForm } from '#app/schemas/network.ts'
import { type AnswerPlaceRefusal, answerPlace } from '#app/services/network/answer-place.server.ts'
import { findOpenQuestions } from '#db/queries/delivery/place-questions.server.ts'
import { noteOf, refusedForm } from './answer-form.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => networkMessages[locale].questions)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const replan = new URL(request.url).searchParams.getAll('replan').filter((id) => IdSchema.safeParse(id).success)
  return { questions: await findOpenQuestions(db().reader), done: noteOf(request), replan }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const typed = typedIn(await request.formData())
  const read = readNetworkForm(typed, PlaceForm)
  const form = typed.orderId ?? ''
  if (!read.ok) return refusedForm<AnswerPlaceRefusal['code']>({ typed, problems: read.problems, form })
  const answer = await answerPlace(db(), { ...read.value, userId, now: now() })
  if (!answer.ok) return refusedForm({ typed, refused: answer.refusal.code, form })
  const planned = answer.value.plannedWaveIds.map((id) => `&replan=${id}`).join('')
  return redirect(`/alliance/network/questions?done=answered${planned}`)
}

export default function PlaceQuestions() {
  const { questions, done, replan } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(networkMessages)
  const pick = usePick()
  return (
    <>
      <NetworkPageHead
        title={t.questions}
        lead={t.questionsLead}
        answer={answer ? { version: answer.version, refusal: answer.refused ? t[answer.refused] : null } : null}
        done={done && t[done]}
      />
      {replan.length > 0 && !answer ? (
        <Notice tone="warn" title={t.replan}>
          {replan.map((id) => (
            <Link key={id} to={`/alliance/waves/${id}`} className="inline-flex min-h-11 items-center pr-4 text-indigo underline">
              {id}
            </Link>
          ))}
        </Notice>
      ) : null}
      {questions.length === 0 ? <Empty>{t.noQuestions}</Empty> : null}
      {questions.map((question) => {
        const said = answer?.form === question.orderId ? answer : null
        const typed = said?.typed ?? { lat: String(question.lat), lon: String(question.lon) }
        return (
          <Form key={question.orderId} method="post" noValidate className="flex flex-col gap-3 rounded-md border border-rule bg-paper p-4">
            <input type="hidden" name="orderId" value={question.orderId} />
            <h2 className="text-lg">{pick(question.addressZh, question.addressEn)}</h2>
            <p className="text-sm text-ink-2">
              {t.order} {question.number} · {pick(question.zoneZh, question.zoneEn)}
            </p>
            <div className="grid items-start gap-4 sm:grid-cols-2">
              <NetworkFields
                id={question.orderId}
                typed={typed}
                problems={said?.problems ?? {}}
                fields={[
                  { name: 'lat', label: 'lat', type: 'number' },
                  { name: 'lon', label: 'lon', type: 'number' },
                ]}
              />
            </div>
            <Button className="self-start">
              {t.answer}
              <span className="sr-only"> {question.number}</span>
            </Button>
          </Form>
        )
      })}
    </>
  )
}

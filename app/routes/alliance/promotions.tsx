import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { PromotionTable } from '#app/components/office/agreements/promotion-table.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { promotionMessages } from '#app/i18n/messages/promotions.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { type PromotionField, type PromotionProblem, readPromotionForm } from '#app/schemas/promotion.ts'
import { type CreatePromotionRefusal, createPromotion } from '#app/services/promotions/create-promotion.server.ts'
import { stopPromotion } from '#app/services/promotions/stop-promotion.server.ts'
import { findAllPromotions } from '#db/queries/catalog/promotions.server.ts'
import { PromotionForm } from './promotion-form.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => promotionMessages[locale].title)

const Done = z.enum(['created', 'stopped']).nullable().catch(null)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const at = now()
  const done = Done.parse(new URL(request.url).searchParams.get('done'))
  return { rows: await findAllPromotions(db().reader), today: businessDay(at), now: at.getTime(), done }
}

const refusedAt = {
  code_taken: { field: 'code', say: (t) => t.codeTaken },
  start_passed: { field: 'startsOn', say: (t) => t.startPassed },
  ends_before_it_begins: { field: 'endsOn', say: (t) => t.endsBeforeStart },
} satisfies Record<CreatePromotionRefusal['code'], { field: PromotionField; say: (t: (typeof promotionMessages)['en']) => string }>

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const typed = typedIn(await request.formData())
  const stopped = IdSchema.safeParse(typed.stop)
  if (stopped.success) {
    const answer = await stopPromotion(db(), { promotionId: stopped.data, userId, now: now() })
    return answer.ok ? redirect('/alliance/promotions?done=stopped') : said({ notRunning: true }, 409)
  }
  const read = readPromotionForm(typed)
  if (!read.ok) return said({ typed, problems: read.problems }, 400)
  const created = await createPromotion(db(), { promotion: read.value, userId, now: now() })
  return created.ok ? redirect('/alliance/promotions?done=created') : said({ typed, refused: created.refusal.code }, 422)
}

type Said = {
  typed?: Record<string, string>
  problems?: Partial<Record<PromotionField, PromotionProblem>>
  refused?: CreatePromotionRefusal['code']
  notRunning?: boolean
}
const said = ({ typed = {}, problems = {}, refused, notRunning = false }: Said, status: number) =>
  data({ typed, problems, refused: refused ?? null, notRunning, version: now().getTime() }, { status })

export default function Promotions() {
  const { rows, today, now, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(promotionMessages)
  const refused = answer?.refused ? refusedAt[answer.refused] : null
  const problems = answer?.problems ?? {}
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.title}</h1>
        <p className="text-ink-2">{t.lead}</p>
      </header>
      {answer?.notRunning ? <Notice tone="bad" title={t.alreadyStopped} /> : null}
      {refused || Object.keys(problems).length > 0 ? (
        <Notice key={answer?.version} tone="bad" title={t.problemsTitle}>
          {refused?.say(t)}
        </Notice>
      ) : null}
      {done && !answer ? <Notice tone="good" title={t[done]} /> : null}
      <Panel id="list" title={t.list}>
        {rows.length === 0 ? <Empty>{t.none}</Empty> : <PromotionTable rows={rows} now={now} />}
      </Panel>
      <Panel id="create" title={t.create}>
        <PromotionForm
          today={today}
          typed={answer?.typed ?? {}}
          problems={problems}
          refused={refused ? { field: refused.field, text: refused.say(t) } : null}
        />
      </Panel>
    </>
  )
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { CollectionRun } from '#app/components/office/dock/collection-run.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { addDays, businessDay } from '#app/domain/business-day.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { DaySchema } from '#app/schemas/dock.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { planCollection } from '#app/services/first-mile/plan-collection.server.ts'
import { findCollectionRuns, findGoodsToCollect, findHubsOfCollection } from '#db/queries/first-mile/collections.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => dockMessages[locale].collectionTitle)

const Asked = z.object({ hubId: IdSchema, on: DaySchema })
const Planned = z.coerce.number().int().min(0).max(99)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const search = new URL(request.url).searchParams
  const on = DaySchema.catch(addDays(businessDay(now()), 1)).parse(search.get('on'))
  const { reader } = db()
  const hubs = await Promise.all(
    (await findHubsOfCollection(reader)).map(async (hub) => {
      const [rows, goods] = await Promise.all([
        findCollectionRuns(reader, { hubId: hub.id, on }),
        findGoodsToCollect(reader, { hubId: hub.id, on }),
      ])
      const fetched = new Set(rows.map(({ farmId }) => farmId))
      const left = new Map(
        goods.filter(({ farmId }) => !fetched.has(farmId)).map(({ farmId, farmZh, farmEn }) => [farmId, { farmZh, farmEn }]),
      )
      const runs = [...groupBy(rows, ({ run }) => run.id).values()].map((stops) => ({ ...stops[0]!, stops }))
      return { ...hub, runs, left: [...left.values()], hasGoods: goods.length > 0 }
    }),
  )
  const planned = Planned.safeParse(search.get('planned') ?? undefined)
  return { on, hubs, planned: planned.success ? planned.data : null }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { hubId, on } = parseParams(Object.fromEntries(await request.formData()), Asked)
  const planned = await planCollection(db(), { hubId, on, officeUserId: userId, now: now() })
  if (!planned.ok) return data({ code: planned.refusal.code }, { status: 409 })
  return redirect(`/alliance/dock/collection?on=${on}&planned=${planned.value.runs}`)
}

export default function Collection() {
  const t = useMessages(dockMessages)
  const pick = usePick()
  const { on, hubs, planned } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const isBusy = useNavigation().formMethod === 'POST'
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <Link to="/alliance/dock" className="inline-flex min-h-11 items-center text-indigo">
          {t.dockTitle}
        </Link>
        <h1 className="text-3xl">{t.collectionTitle}</h1>
        <p className="text-ink-2">{t.collectionLead}</p>
      </header>
      {refused ? <Notice tone="bad">{t[refused.code]}</Notice> : null}
      {planned !== null && !refused ? <Notice tone="good">{t.plannedNow(planned)}</Notice> : null}
      <Form method="get" className="flex flex-wrap items-end gap-3">
        <Field type="date" name="on" label={t.collectionDay} defaultValue={on} key={on} />
        <Button type="submit" look="plain">
          {t.show}
        </Button>
      </Form>
      {hubs.map((hub) => (
        <section key={hub.id} aria-labelledby={hub.id} className="flex flex-col gap-3">
          <h2 id={hub.id} className="text-2xl">
            {pick(hub.nameZh, hub.nameEn)}
          </h2>
          {hub.runs.length === 0 ? <p className="text-ink-2">{t.noCollection}</p> : null}
          {hub.runs.map(({ run, vehicleZh, vehicleEn, stops }) => (
            <CollectionRun key={run.id} run={{ ...run, vehicleZh, vehicleEn }} stops={stops} hub={pick(hub.nameZh, hub.nameEn)} />
          ))}
          {hub.left.length > 0 ? (
            <Notice tone="warn" title={t.notCollected}>
              <p>{t.notCollectedText(hub.left.map(({ farmZh, farmEn }) => pick(farmZh, farmEn)).join(pick('、', ', ')))}</p>
            </Notice>
          ) : null}
          {hub.hasGoods ? (
            <Form method="post">
              <input type="hidden" name="hubId" value={hub.id} />
              <input type="hidden" name="on" value={on} />
              <Button type="submit" disabled={isBusy}>
                {hub.runs.length > 0 ? t.planAgain : t.planCollection}
              </Button>
            </Form>
          ) : null}
        </section>
      ))}
    </>
  )
}

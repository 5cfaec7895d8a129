import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { RedeliveryCard } from '#app/components/office/waves/redelivery-card.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { redeliveryMessages } from '#app/i18n/messages/redelivery.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { type RedeliverRefusal, redeliver, settleFailed } from '#app/services/live/redeliver.server.ts'
import { findFailedDeliveries, findWavesToCome } from '#db/queries/customers/delivery-wishes.server.ts'

const ChangeSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('redeliver'), orderId: IdSchema, dropId: IdSchema, toWaveId: IdSchema }),
  z.object({ intent: z.literal('settle'), orderId: IdSchema, dropId: IdSchema }),
])
const DoneSchema = z.enum(['redelivered', 'settled']).nullable().catch(null)
const shownWaves = 6

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => redeliveryMessages[locale].title)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { reader } = db()
  const at = now()
  const failed = await findFailedDeliveries(reader)
  const zoneIds = [...new Set(failed.map(({ zoneId }) => zoneId))]
  const wavesOf = new Map(
    await Promise.all(
      zoneIds.map(async (zoneId) => [zoneId, await findWavesToCome(reader, { zoneId, now: at, limit: shownWaves })] as const),
    ),
  )
  return {
    done: DoneSchema.parse(new URL(request.url).searchParams.get('done')),
    failed: failed.map(({ zoneId, waveId: _, ...row }) => ({
      ...row,
      waves: (wavesOf.get(zoneId) ?? []).filter(({ deliversOn }) => deliversOn > row.deliversOn),
    })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId: officeUserId } = await requireOffice(request)
  const change = parseParams(Object.fromEntries(await request.formData()), ChangeSchema)
  const at = { officeUserId, now: now() }
  const done = change.intent === 'redeliver' ? await redeliver(db(), { ...change, ...at }) : await settleFailed(db(), { ...change, ...at })
  if (!done.ok) return data({ refused: done.refusal.code }, { status: 409 })
  return redirect(`/alliance/redeliveries?done=${change.intent === 'redeliver' ? 'redelivered' : 'settled'}`)
}

type Texts = (typeof redeliveryMessages)['en']
const sentences = {
  unknown_consignment: (t) => t.unknown_consignment,
  not_to_be_moved: (t) => t.not_to_be_moved,
  wave_gone: (t) => t.wave_gone,
  not_a_later_wave: (t) => t.not_a_later_wave,
  wave_full: (t) => t.wave_full,
  there_already: (t) => t.there_already,
  not_failed: (t) => t.not_failed,
} satisfies Record<RedeliverRefusal['code'], (t: Texts) => string>

export default function Redeliveries() {
  const t = useMessages(redeliveryMessages)
  const { failed, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <h1 className="text-3xl">{t.title}</h1>
        <p className="text-ink-2">{t.lead}</p>
      </header>
      {refused ? <Notice tone="bad" title={sentences[refused](t)} /> : null}
      {done && !refused ? <Notice tone="good" title={t[`done_${done}`]} /> : null}
      {failed.length === 0 ? (
        <Empty action={<ButtonLink to="/alliance">{t.toControlRoom}</ButtonLink>}>{t.none}</Empty>
      ) : (
        <ul className="flex flex-col gap-4">
          {failed.map((row) => (
            <RedeliveryCard key={`${row.dropId} ${row.orderId}`} failed={row} />
          ))}
        </ul>
      )}
    </>
  )
}

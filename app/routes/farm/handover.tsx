import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { HandoverFacts } from '#app/components/office/dock/handover-facts.tsx'
import { HandoverForm } from '#app/components/office/dock/handover-form.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { keepFormPicture } from '#app/http/keep-form-picture.server.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { readForm } from '#app/http/read-upload.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { HandoverSchema, readCrates, readParcelIds } from '#app/schemas/dock.ts'
import { handOver } from '#app/services/first-mile/hand-over.server.ts'
import { mostPictureBytes } from '#app/services/media/keep-picture.server.ts'
import {
  findFirstMile,
  findHandoversOfFarm,
  findPackedParcels,
  findPickUps,
  findWavesToHandOver,
} from '#db/queries/farm/handover.server.ts'
import { expectCrates } from './expect-crates.ts'
import { fieldErrors, type HandoverRefused } from './say-handover-refusal.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => dockMessages[locale].handoverTitle)

const shown = 20
const Done = z.coerce.number().int().min(1).max(9999).nullable().catch(null)

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { reader } = db()
  const [waves, usual, pickUps, past] = await Promise.all([
    findWavesToHandOver(reader, { farmId }),
    findFirstMile(reader, farmId),
    findPickUps(reader, { farmId, fromOn: businessDay(now()) }),
    findHandoversOfFarm(reader, { farmId, limit: shown }),
  ])
  const ready = waves.filter(({ packed }) => packed > 0)
  const parts = await findPackedParcels(reader, { farmId, waveIds: ready.map(({ id }) => id) })
  return {
    past,
    handedOver: Done.parse(new URL(request.url).searchParams.get('handedOver')),
    waves: ready.map((wave) => {
      const ofWave = parts.filter(({ waveId }) => waveId === wave.id)
      const parcels = [...new Map(ofWave.map(({ id, alias }) => [id, { id, alias }])).values()]
      const pickUp = pickUps.find(({ hubId, on }) => hubId === wave.hubId && on === wave.deliversOn) ?? null
      const way = pickUp === null ? (usual?.firstMile ?? 'brings') : ('collected' as const)
      return { ...wave, parcels, pickUp, way, expected: expectCrates(ofWave), requestKey: randomUUID() }
    }),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { farmId, userId } = await requireFarm(request)
  const sent = await readForm(request, { maxBytes: mostPictureBytes })
  if (!sent.ok) return data({ refused: { waveId: null, code: 'file_too_large' } satisfies HandoverRefused }, { status: 413 })
  const form = sent.value
  const { waveId, requestKey, way } = parseParams(Object.fromEntries(form), HandoverSchema)
  const consignmentIds = readParcelIds(form)
  const typed = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  const back = { waveId, typed, ticked: consignmentIds }
  const counted = readCrates(form)
  if (!counted.ok)
    return data({ refused: { ...back, code: 'unreadable', errors: counted.errors } satisfies HandoverRefused }, { status: 400 })
  const kept = await keepFormPicture(form, { field: 'photo', use: 'handover', ownerId: farmId })
  if (!kept.ok) return data({ refused: { ...back, code: kept.refusal.code } satisfies HandoverRefused }, { status: 422 })
  const asked = { farmId, userId, waveId, requestKey, consignmentIds, way, ...counted.value, mediaId: kept.value.mediaId, now: now() }
  const given = await handOver(db(), asked)
  if (!given.ok) return data({ refused: { ...back, ...given.refusal } satisfies HandoverRefused }, { status: 409 })
  return redirect(`/farm/handover?handedOver=${given.value.parcels}`)
}

export default function Handover() {
  const t = useMessages(dockMessages)
  const locale = useLocale()
  const pick = usePick()
  const { waves, past, handedOver } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const busy = useNavigation().formMethod === 'POST'
  const said = refused ? fieldErrors(refused, t) : null
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.handoverTitle}</h1>
        <p className="text-ink-2">{t.handoverLead}</p>
      </header>
      {said ? <Notice tone="bad">{said.summary}</Notice> : null}
      {!refused && handedOver !== null ? <Notice tone="good">{t.handedOverNow(handedOver)}</Notice> : null}
      {waves.length === 0 ? (
        <Empty
          action={
            <ButtonLink to="/farm/consignments" look="plain">
              {t.toPacking}
            </ButtonLink>
          }
        >
          {t.nothingToHandOver}
        </Empty>
      ) : null}
      {waves.map((wave) => {
        const own = refused?.waveId === wave.id && said ? { ...refused, errors: said.fields } : null
        return <HandoverForm key={wave.id} wave={wave} refused={own} busy={busy} />
      })}
      {past.length > 0 ? (
        <Panel id="past" title={t.pastHandovers}>
          <ul className="divide-y divide-rule">
            {past.map((one) => (
              <li key={one.id} className="py-2">
                <p className="flex flex-wrap items-center gap-x-3 font-semibold">
                  {t.waveOf(formatDay(one.deliversOn, locale), pick(one.zoneZh, one.zoneEn))} · {t.parcels(one.parcels)}
                  <StatusMark tone={one.status === 'arrived' ? 'done' : 'moving'}>
                    {one.status === 'arrived' ? t.arrived : t.onTheRoad}
                  </StatusMark>
                </p>
                <HandoverFacts handover={one} farm={t.handoverTitle} />
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  )
}

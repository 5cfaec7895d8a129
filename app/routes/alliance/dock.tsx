import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ArrivalForm } from '#app/components/office/dock/arrival-form.tsx'
import { HandoverFacts } from '#app/components/office/dock/handover-facts.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { addDays, businessDay } from '#app/domain/business-day.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { keepFormPicture } from '#app/http/keep-form-picture.server.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { readForm } from '#app/http/read-upload.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { readCrates, readParcelIds } from '#app/schemas/dock.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { receiveHandover } from '#app/services/first-mile/receive-handover.server.ts'
import { mostPictureBytes } from '#app/services/media/keep-picture.server.ts'
import { countMissing, findHandedParcels, findHandovers } from '#db/queries/first-mile/arrivals.server.ts'
import { findDockWaves } from '#db/queries/first-mile/dock.server.ts'
import { type ArrivalRefused, arrivalErrors } from './say-arrival-refusal.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => dockMessages[locale].dockTitle)

const lookBackDays = 2
const lookAheadDays = 3
const Arrived = z.object({ handoverId: IdSchema })
const Received = z.coerce.number().int().min(0).max(9999)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { reader } = db()
  const today = businessDay(now())
  const fromOn = addDays(today, -lookBackDays)
  const [handovers, waves, missing] = await Promise.all([
    findHandovers(reader, { fromOn }),
    findDockWaves(reader, { fromOn, untilOn: addDays(today, lookAheadDays) }),
    countMissing(reader, { fromOn }),
  ])
  const parcels = await findHandedParcels(
    reader,
    handovers.map(({ id }) => id),
  )
  const ofHandover = groupBy(parcels, ({ handoverId }) => handoverId)
  const received = Received.safeParse(new URL(request.url).searchParams.get('missing') ?? undefined)
  return {
    waves,
    missing,
    received: received.success ? received.data : null,
    handovers: handovers.map((one) => ({ ...one, parcels: (ofHandover.get(one.id) ?? []).map(({ id, alias }) => ({ id, alias })) })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const sent = await readForm(request, { maxBytes: mostPictureBytes })
  if (!sent.ok) return data({ refused: { handoverId: null, code: 'file_too_large' } satisfies ArrivalRefused }, { status: 413 })
  const form = sent.value
  const { handoverId } = parseParams(Object.fromEntries(form), Arrived)
  const arrivedIds = readParcelIds(form)
  const typed = Object.fromEntries([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])))
  const back = { handoverId, typed, ticked: arrivedIds }
  const counted = readCrates(form)
  if (!counted.ok)
    return data({ refused: { ...back, code: 'unreadable', errors: counted.errors } satisfies ArrivalRefused }, { status: 400 })
  const kept = await keepFormPicture(form, { field: 'photo', use: 'arrival', ownerId: 'alliance' })
  if (!kept.ok) return data({ refused: { ...back, code: kept.refusal.code } satisfies ArrivalRefused }, { status: 422 })
  const arrival = { handoverId, userId, arrivedIds, ...counted.value, mediaId: kept.value.mediaId, now: now() }
  const taken = await receiveHandover(db(), arrival)
  if (!taken.ok) return data({ refused: { ...back, code: taken.refusal.code } satisfies ArrivalRefused }, { status: 409 })
  return redirect(`/alliance/dock?missing=${taken.value.missing.length}`)
}

export default function Dock() {
  const t = useMessages(dockMessages)
  const locale = useLocale()
  const pick = usePick()
  const { handovers, waves, missing, received } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const said = refused ? arrivalErrors(refused, t) : null
  const onTheRoad = handovers.filter(({ status }) => status === 'on_the_road')
  const arrived = handovers.filter(({ status }) => status === 'arrived')
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.dockTitle}</h1>
        <p className="text-ink-2">{t.dockLead}</p>
      </header>
      <nav aria-label={t.dockTitle} className="flex flex-wrap gap-2">
        <ButtonLink to="/alliance/dock/missing" look="plain">
          {t.missingParcels}
          {missing > 0 ? ` ${missing}` : ''}
        </ButtonLink>
        <ButtonLink to="/alliance/dock/collection" look="plain">
          {t.collection}
        </ButtonLink>
      </nav>
      {said ? <Notice tone="bad">{said.summary}</Notice> : null}
      {!refused && received !== null ? (
        <Notice tone={received > 0 ? 'warn' : 'good'}>{received > 0 ? t.receivedMissing(received) : t.receivedNow}</Notice>
      ) : null}
      <section aria-labelledby="waves" className="flex flex-col gap-2">
        <h2 id="waves" className="text-2xl">
          {t.wavesHere}
        </h2>
        {waves.length === 0 ? <p className="text-ink-2">{t.noWavesHere}</p> : null}
        <ul className="grid gap-2 sm:grid-cols-2">
          {waves.map((wave) => (
            <li key={wave.id} className="rounded-md border border-rule bg-paper px-4 py-2">
              <Link to={`/alliance/dock/waves/${wave.id}`} className="flex min-h-11 items-center font-semibold text-indigo">
                {t.waveOf(formatDay(wave.deliversOn, locale), pick(wave.zoneZh, wave.zoneEn))}
              </Link>
              <p>
                {t.presentOf(wave.present, wave.parcels)}
                {wave.missing > 0 ? <b className="text-pepper"> · {t.owesMissing(wave.missing)}</b> : null}
              </p>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="expected" className="flex flex-col gap-2">
        <h2 id="expected" className="text-2xl">
          {t.expectedHere}
        </h2>
        {onTheRoad.length === 0 ? <p className="text-ink-2">{t.nothingOnTheRoad}</p> : null}
        <ul className="grid items-start gap-3 lg:grid-cols-2">
          {onTheRoad.map((one) => {
            const own = refused?.handoverId === one.id && said ? { ...refused, errors: said.fields } : null
            return <ArrivalForm key={one.id} arrival={one} refused={own} />
          })}
        </ul>
      </section>
      {arrived.length > 0 ? (
        <section aria-labelledby="received" className="flex flex-col gap-2">
          <h2 id="received" className="text-2xl">
            {t.receivedHere}
          </h2>
          <ul className="grid items-start gap-3 lg:grid-cols-2">
            {arrived.map((one) => (
              <li key={one.id} className="rounded-md border border-rule bg-paper px-4 py-3">
                <h3 className="font-sans text-lg font-bold">{t.from(pick(one.farmZh, one.farmEn), one.parcels.length)}</h3>
                <p className="text-ink-2">{t.waveOf(formatDay(one.deliversOn, locale), pick(one.zoneZh, one.zoneEn))}</p>
                <HandoverFacts handover={one} farm={pick(one.farmZh, one.farmEn)} />
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  )
}

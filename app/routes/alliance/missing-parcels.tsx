import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { MissingParcel } from '#app/components/office/dock/missing-parcel.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { MissingDecisionSchema } from '#app/schemas/dock.ts'
import { type CarryOverRefusal, carryOver } from '#app/services/first-mile/carry-over.server.ts'
import { type RefundMissingRefusal, refundMissing } from '#app/services/first-mile/refund-missing.server.ts'
import { type ScanAtDockRefusal, scanAtDock } from '#app/services/first-mile/scan-alias.server.ts'
import { findLaterWaves, findMissingParcels, findParcelContents } from '#db/queries/first-mile/missing-parcels.server.ts'
import { sayScan } from './say-scan.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => dockMessages[locale].missingTitle)

const dones = ['refundedNow', 'carriedNow', 'foundNow'] as const
const Done = z.enum(dones).nullable().catch(null)
const wavesOffered = 6

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { reader } = db()
  const parcels = await findMissingParcels(reader)
  const zoneIds = [...new Set(parcels.map(({ zoneId }) => zoneId))]
  const [contents, waves] = await Promise.all([
    findParcelContents(
      reader,
      parcels.map(({ id }) => id),
    ),
    findLaterWaves(reader, { zoneIds, afterOn: businessDay(now()) }),
  ])
  return {
    done: Done.parse(new URL(request.url).searchParams.get('done')),
    parcels: parcels.map((parcel) => ({
      ...parcel,
      scanId: randomUUID(),
      contents: contents.filter(({ consignmentId }) => consignmentId === parcel.id),
      laterWaves: waves
        .filter(({ zoneId, deliversOn }) => zoneId === parcel.zoneId && deliversOn > parcel.deliversOn)
        .slice(0, wavesOffered),
    })),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const decision = parseParams(Object.fromEntries(await request.formData()), MissingDecisionSchema)
  const decided = await carryOut(decision, userId)
  if (!decided.ok) return data({ parcel: decision.parcel, code: decided.refusal.code }, { status: 409 })
  return redirect(`/alliance/dock/missing?done=${decided.done}`)
}

type Refusal = RefundMissingRefusal | CarryOverRefusal | ScanAtDockRefusal
type Decided = { ok: true; done: (typeof dones)[number] } | { ok: false; refusal: Refusal }

async function carryOut(decision: z.output<typeof MissingDecisionSchema>, officeUserId: string): Promise<Decided> {
  const { parcel } = decision
  switch (decision.intent) {
    case 'refund': {
      const refunded = await refundMissing(db(), { consignmentId: parcel, officeUserId, now: now() })
      return refunded.ok ? { ok: true, done: 'refundedNow' } : refunded
    }
    case 'carry': {
      const asked = { consignmentIds: [parcel], toWaveId: decision.toWaveId, officeUserId, now: now() }
      const carried = await carryOver(db(), asked)
      return carried.ok ? { ok: true, done: 'carriedNow' } : carried
    }
    case 'found': {
      const scan = { scanId: decision.scanId, parcel: { id: parcel }, step: 'found' as const, officeUserId, now: now() }
      const scanned = await scanAtDock(db(), scan)
      return scanned.ok ? { ok: true, done: 'foundNow' } : scanned
    }
  }
}

type Texts = (typeof dockMessages)['en']

function say(code: Refusal['code'], t: Texts): string {
  switch (code) {
    case 'not_of_this_order':
    case 'nothing_to_refund':
    case 'over_what_is_left':
    case 'over_delivery':
    case 'no_carrier':
      return t.refund_refused
    case 'not_missing':
    case 'not_to_be_moved':
    case 'wave_gone':
    case 'not_a_later_wave':
    case 'wave_full':
    case 'there_already':
      return t[code]
    default:
      return sayScan({ code, alias: '' }, t)
  }
}

export default function MissingParcels() {
  const t = useMessages(dockMessages)
  const { parcels, done } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const isGone = answered && !parcels.some(({ id }) => id === answered.parcel)
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <Link to="/alliance/dock" className="inline-flex min-h-11 items-center text-indigo">
          {t.dockTitle}
        </Link>
        <h1 className="text-3xl">{t.missingTitle}</h1>
        <p className="text-ink-2">{t.missingLead}</p>
      </header>
      {answered ? <Notice tone="bad">{isGone ? t.not_missing : say(answered.code, t)}</Notice> : null}
      {done && !answered ? <Notice tone="good">{t[done]}</Notice> : null}
      {parcels.length === 0 ? <p className="text-ink-2">{t.nothingMissing}</p> : null}
      <ul className="flex flex-col gap-3">
        {parcels.map((parcel) => (
          <MissingParcel key={parcel.id} parcel={parcel} error={answered?.parcel === parcel.id ? say(answered.code, t) : undefined} />
        ))}
      </ul>
    </>
  )
}

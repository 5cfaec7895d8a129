import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { LoadParcels } from '#app/components/office/dock/load-parcels.tsx'
import { ScanForm } from '#app/components/office/dock/scan-form.tsx'
import { useLivePage } from '#app/components/office/dock/use-live-page.ts'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatClock, formatDay } from '#app/i18n/format.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { AliasSchema, LoadScanSchema } from '#app/schemas/dock.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { checkLoad } from '#app/services/first-mile/check-load.server.ts'
import { findLoadParcels, findLoadRun } from '#db/queries/first-mile/dock.server.ts'
import { type ScanRefused, sayScan } from './say-scan.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => dockMessages[locale].loadCheck)

const Params = z.object({ runId: IdSchema })

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { runId } = parseParams(params, Params)
  const { reader } = db()
  const [run, parcels] = await Promise.all([findLoadRun(reader, runId), findLoadParcels(reader, runId)])
  return { run: found(run), parcels, scanId: randomUUID() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { runId } = parseParams(params, Params)
  const { scanId, step, parcel, alias: typed = '' } = parseParams(Object.fromEntries(await request.formData()), LoadScanSchema)
  const alias = AliasSchema.safeParse(typed)
  const refused = (code: ScanRefused['code'], status: number) =>
    data({ refused: { code, alias: typed } satisfies ScanRefused, typed: { alias: typed, step } }, { status })
  const inRun = await findLoadParcels(db().reader, runId)
  const named = inRun.filter((one) => (parcel === undefined ? alias.success && one.alias === alias.data : one.id === parcel))
  const [one, another] = named
  if (!one) return refused(typed === '' && parcel === undefined ? 'nothing_scanned' : 'not_of_this_run', 409)
  if (another) return refused('ambiguous_alias', 409)
  const scans = [{ id: scanId, consignmentId: one.id, step }]
  const checked = await checkLoad(db(), { runId, by: { officeUserId: userId }, scans, now: now() })
  if (!checked.ok) return refused('not_of_this_run', 409)
  const first = checked.value.refused[0]
  if (first) return refused(first.code, 409)
  return redirect(`/alliance/dock/runs/${runId}`)
}

export default function LoadCheck() {
  const t = useMessages(dockMessages)
  const locale = useLocale()
  const pick = usePick()
  const { run, parcels, scanId } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  useLivePage(`/alliance/dock/waves/${run.waveId}/live`)
  const loaded = parcels.filter(({ isLoaded }) => isLoaded).length
  const missing = parcels.filter(({ isMissing }) => isMissing).length
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <Link to={`/alliance/dock/waves/${run.waveId}`} className="inline-flex min-h-11 items-center text-indigo">
          {t.board}
        </Link>
        <h1 className="text-3xl">{t.loadTitle(run.position, pick(run.zoneZh, run.zoneEn))}</h1>
        <p>{[formatDay(run.deliversOn, locale), pick(run.vehicleZh, run.vehicleEn), t.leaves(formatClock(run.departsAt))].join(' · ')}</p>
        <p className="text-ink-2">{t.loadLead}</p>
      </header>
      {missing > 0 ? (
        <Notice tone="warn" title={t.owesMissing(missing)}>
          <Link to="/alliance/dock/missing" className="inline-flex min-h-11 items-center text-indigo underline">
            {t.decide}
          </Link>
        </Notice>
      ) : null}
      {parcels.length === 0 ? (
        <Empty>{t.loadEmpty}</Empty>
      ) : (
        <>
          <ScanForm
            scanId={scanId}
            steps={['loaded', 'missing', 'found', 'returned']}
            typed={answered?.typed ?? null}
            error={answered ? sayScan(answered.refused, t) : undefined}
          />
          <p className="text-xl font-semibold">{t.loadedOf(loaded, parcels.length)}</p>
          <LoadParcels parcels={parcels} scanId={scanId} />
        </>
      )}
    </>
  )
}

import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BoardDrop } from '#app/components/office/dock/board-drop.tsx'
import { ScanForm } from '#app/components/office/dock/scan-form.tsx'
import { useLivePage } from '#app/components/office/dock/use-live-page.ts'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { layOutBoard } from '#app/domain/delivery/merge-board.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatClock, formatDay } from '#app/i18n/format.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { AliasSchema, DockScanSchema } from '#app/schemas/dock.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { scanAtDock } from '#app/services/first-mile/scan-alias.server.ts'
import { findBoardParcels, findBoardWave, findWaveRuns } from '#db/queries/first-mile/dock.server.ts'
import { type ScanRefused, sayScan } from './say-scan.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => dockMessages[locale].board)

const Params = z.object({ waveId: IdSchema })
const Noted = z
  .string()
  .regex(/^[0-9A-Z]{1,12}$/)
  .nullable()
  .catch(null)

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { waveId } = parseParams(params, Params)
  const { reader } = db()
  const [wave, rows, runs] = await Promise.all([
    findBoardWave(reader, waveId),
    findBoardParcels(reader, waveId),
    findWaveRuns(reader, waveId),
  ])
  const parcels = rows.map(({ missingAt, merged, ...parcel }) => ({ ...parcel, isMissing: missingAt !== null, isMerged: merged > 0 }))
  const farms = [...new Map(rows.map(({ farmId, farmZh, farmEn }) => [farmId, { farmId, farmZh, farmEn }])).values()]
  const noted = Noted.parse(new URL(request.url).searchParams.get('noted'))
  return { wave: found(wave), runs, farms, noted, scanId: randomUUID(), ...layOutBoard(parcels) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { waveId } = parseParams(params, Params)
  const { scanId, step, parcel, alias: typed = '' } = parseParams(Object.fromEntries(await request.formData()), DockScanSchema)
  const alias = AliasSchema.safeParse(typed)
  const refused = (code: ScanRefused['code'], status: number) =>
    data({ refused: { code, alias: typed } satisfies ScanRefused, typed: { alias: typed, step } }, { status })
  if (parcel === undefined && !alias.success) return refused(typed === '' ? 'nothing_scanned' : 'unknown_alias', 400)
  const named = parcel === undefined ? { alias: alias.data ?? '', waveIds: [waveId] } : { id: parcel }
  const scanned = await scanAtDock(db(), { scanId, parcel: named, step, officeUserId: userId, now: now() })
  if (!scanned.ok) return refused(scanned.refusal.code, 409)
  return redirect(`/alliance/dock/waves/${waveId}${parcel === undefined ? `?noted=${alias.data}` : ''}`)
}

export default function MergeBoard() {
  const t = useMessages(dockMessages)
  const locale = useLocale()
  const pick = usePick()
  const { wave, runs, farms, drops, owing, noted, scanId } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  useLivePage(`/alliance/dock/waves/${wave.id}/live`)
  const nameOf = (farmId: string) => {
    const farm = farms.find((one) => one.farmId === farmId)
    return farm ? pick(farm.farmZh, farm.farmEn) : farmId
  }
  const complete = drops.filter(({ state }) => state === 'complete').length
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <Link to="/alliance/dock" className="inline-flex min-h-11 items-center text-indigo">
          {t.dockTitle}
        </Link>
        <h1 className="text-3xl">{t.boardTitle(formatDay(wave.deliversOn, locale), pick(wave.zoneZh, wave.zoneEn))}</h1>
        <p className="text-ink-2">{t.boardLead}</p>
      </header>
      {noted !== null && !answered ? <Notice tone="good">{t.scanned(noted)}</Notice> : null}
      {drops.length === 0 ? (
        <Empty>{t.boardEmpty}</Empty>
      ) : (
        <>
          <ScanForm
            scanId={scanId}
            steps={['at_hub', 'merged', 'missing', 'found']}
            typed={answered?.typed ?? null}
            error={answered ? sayScan(answered.refused, t) : undefined}
          />
          <section aria-labelledby="owing" className="flex flex-col gap-2">
            <h2 id="owing" className="text-2xl">
              {t.owing}
            </h2>
            <p className="font-semibold">{t.dropsComplete(complete, drops.length)}</p>
            {owing.length === 0 ? <p className="text-ink-2">{t.allHere}</p> : null}
            <ul>
              {owing.map(({ farmId, awaited, missing }) => (
                <li key={farmId}>
                  <b>{nameOf(farmId)}</b>{' '}
                  {[awaited > 0 ? t.owesAwaited(awaited) : '', missing > 0 ? t.owesMissing(missing) : ''].filter(Boolean).join(' · ')}
                </li>
              ))}
            </ul>
          </section>
          {runs.length > 0 ? (
            <nav aria-label={t.runsOfWave} className="flex flex-wrap gap-2">
              {runs.map((run) => (
                <ButtonLink key={run.id} to={`/alliance/dock/runs/${run.id}`} look="plain">
                  {t.loadCheck} · {t.runNumber(run.position)} · {t.leaves(formatClock(run.departsAt))}
                </ButtonLink>
              ))}
            </nav>
          ) : null}
          <ul className="grid items-start gap-3 md:grid-cols-2">
            {drops.map((drop) => (
              <BoardDrop key={drop.dropId ?? 'none'} drop={drop} scanId={scanId} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

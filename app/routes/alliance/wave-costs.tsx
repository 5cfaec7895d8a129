import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { z } from 'zod'
import { WaveCostBill } from '#app/components/office/waves/wave-cost-bill.tsx'
import { WaveCostSheet } from '#app/components/office/waves/wave-cost-sheet.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { waveCostMessages } from '#app/i18n/messages/wave-costs.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { readWaveCost } from '#app/services/wave-costs/read-wave-cost.server.ts'
import { reckonWave } from '#app/services/wave-costs/reckon-wave.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => waveCostMessages[locale].delivery)

const Params = z.object({ waveId: IdSchema })
const Done = z.enum(['reckoned', 'already']).nullable().catch(null)

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { waveId } = parseParams(params, Params)
  const page = found(await readWaveCost(db().reader, waveId))
  return { ...page, done: Done.parse(new URL(request.url).searchParams.get('done')) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { waveId } = parseParams(params, Params)
  const answer = await reckonWave(db(), { waveId, userId, now: now() })
  if (!answer.ok) return data({ refused: answer.refusal.code }, { status: 409 })
  return redirect(`/alliance/waves/${waveId}/costs?done=${answer.value.reckoned ? 'reckoned' : 'already'}`)
}

export default function WaveCosts() {
  const { done, hasMoved, isFromBefore, ...page } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  const isBusy = useNavigation().state === 'submitting'
  const t = useMessages(waveCostMessages)
  const office = useMessages(allianceMessages)
  const locale = useLocale()
  const pick = usePick()
  const { wave, cost } = page
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <Link to={`/alliance/waves/${wave.id}`} className="inline-flex min-h-11 items-center self-start text-indigo underline">
          {office.waveTitle(formatDay(wave.deliversOn, locale), pick(wave.zoneZh, wave.zoneEn))}
        </Link>
        <h1 className="text-3xl">{t.costsOf(formatDay(wave.deliversOn, locale), pick(wave.zoneZh, wave.zoneEn))}</h1>
      </header>
      {refused ? (
        <Notice tone="bad" title={t.refused}>
          {t[refused]}
        </Notice>
      ) : null}
      {done && !refused ? <Notice tone="good" title={t[done]} /> : null}
      {hasMoved ? <Notice tone="warn" title={t.moved} /> : null}
      {cost ? (
        <WaveCostBill cost={cost} />
      ) : (
        <div className="flex flex-col items-start gap-3">
          <p className="max-w-3xl">{isFromBefore ? t.before_costs : t.notReckoned}</p>
          {wave.status === 'done' && !isFromBefore ? (
            <Form method="post">
              <Button disabled={isBusy}>{t.reckonNow}</Button>
            </Form>
          ) : null}
        </div>
      )}
      <WaveCostSheet sheet={page} />
    </>
  )
}

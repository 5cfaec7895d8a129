import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { WaveCostBill } from '#app/components/office/waves/wave-cost-bill.tsx'
import { WaveCostSheet } from '#app/components/office/waves/wave-cost-sheet.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { formatDay } from '#app/i18n/format.ts'
import { waveCostMessages } from '#app/i18n/messages/wave-costs.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { readWaveCost } from '#app/services/wave-costs/read-wave-cost.server.ts'
import { hasShare } from '#db/queries/wave-costs/wave-costs.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => waveCostMessages[locale].farmTitle)

const Params = z.object({ waveId: IdSchema })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { waveId } = parseParams(params, Params)
  const { reader } = db()
  found((await hasShare(reader, { waveId, farmId })) || null)
  const { cost, ...page } = found(await readWaveCost(reader, waveId))
  return { ...page, cost: found(cost), farmId }
}

/** How the farm's share of one wave was reckoned; a wave it was not in is nobody's business of it. */
export default function DeliveryWave() {
  const { farmId, hasMoved, ...page } = useLoaderData<typeof loader>()
  const t = useMessages(waveCostMessages)
  const locale = useLocale()
  const pick = usePick()
  const { wave, cost } = page
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <Link to="/farm/delivery" className="inline-flex min-h-11 items-center self-start text-indigo underline">
          {t.farmTitle}
        </Link>
        <h1 className="text-3xl">{t.costsOf(formatDay(wave.deliversOn, locale), pick(wave.zoneZh, wave.zoneEn))}</h1>
      </header>
      {hasMoved ? <Notice tone="warn" title={t.moved} /> : null}
      <WaveCostBill cost={cost} />
      <WaveCostSheet sheet={page} ownFarmId={farmId} />
    </>
  )
}

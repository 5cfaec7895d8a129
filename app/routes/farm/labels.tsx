import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { FarmPackLabel } from '#app/components/office/farm/pack-label.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { holdsLicence } from '#app/domain/brands/marks-of.ts'
import { businessDay } from '#app/domain/business-day.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { drawQrCode } from '#app/http/draw-qr-code.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { farmMessages } from '#app/i18n/messages/farm.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { WaveIdSchema } from '#app/schemas/consignment.ts'
import { readMarks } from '#db/queries/brands/marks.server.ts'
import { type FarmProfile, findFarmProfile } from '#db/queries/farm/profile.server.ts'
import { findShortPicks } from '#db/queries/farm/short-picks.server.ts'
import { type ConsignmentContent, findConsignmentContents, findConsignments, findWaveOfFarm } from '#db/queries/farm/work.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmMessages[locale].labelsTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const waveId = parseParams(new URL(request.url).searchParams.get('wave'), WaveIdSchema)
  const { reader } = db()
  const [farm, wave, consignments, contents, shortPicks] = await Promise.all([
    findFarmProfile(reader, farmId),
    findWaveOfFarm(reader, { farmId, waveId }),
    findConsignments(reader, { farmId, waveId }),
    findConsignmentContents(reader, { farmId, waveId }),
    findShortPicks(reader, { farmId, waveId }),
  ])
  const today = businessDay(now())
  const missing = new Map(shortPicks.map(({ lineId, quantity }) => [lineId, quantity]))
  const inside = contents
    .map((line) => ({ ...line, quantity: line.quantity - (missing.get(line.lineId) ?? 0) }))
    .filter((line) => line.quantity > 0 && !line.isCancelled)
  const contentsOf = groupBy(inside, ({ consignmentId }) => consignmentId)
  const toLabel = consignments.filter(({ status }) => status === 'to_pack' || status === 'packed')
  return {
    farm: labelled(found(farm), today),
    wave: found(wave),
    labels: toLabel.map(({ id, alias, dropCode }) => ({
      id,
      alias,
      dropCode,
      contents: (contentsOf.get(id) ?? []).map((line) => contentOf(line, today)),
      code: drawQrCode(alias),
    })),
  }
}

/** What stands on a parcel of the farm; the seal only while its licence holds. */
const labelled = ({ code, nameZh, nameEn, ...standing }: FarmProfile, today: string) => ({
  code,
  nameZh,
  nameEn,
  hasSeal: holdsLicence(standing, today),
})

/** What is inside, and the indication it may bear today. */
const contentOf = ({ variantId, productZh, productEn, sizeZh, sizeEn, quantity, ...line }: ConsignmentContent, today: string) => ({
  variantId,
  productZh,
  productEn,
  sizeZh,
  sizeEn,
  quantity,
  expectedOn: line.expectedOn,
  indication:
    readMarks(line.marks, today).indication && line.indicationZh && line.indicationEn
      ? { nameZh: line.indicationZh, nameEn: line.indicationEn }
      : null,
})

export default function Labels() {
  const t = useMessages(farmMessages)
  const { farm, wave, labels } = useLoaderData<typeof loader>()
  const back = (
    <ButtonLink to={`/farm/consignments?wave=${wave.id}`} look="plain">
      {t.backToConsignments}
    </ButtonLink>
  )
  return (
    <>
      <header className="flex flex-col items-start gap-2 print:hidden">
        <h1 className="text-3xl">{t.labelsTitle}</h1>
        <p className="text-ink-2">{t.labelsLead}</p>
        <p className="text-ink-2">{t.print}</p>
        {labels.length > 0 ? back : null}
      </header>
      {labels.length === 0 ? (
        <Empty action={back}>{t.labelsEmpty}</Empty>
      ) : (
        <ul className="grid gap-4 sm:grid-cols-2 print:grid-cols-2 print:gap-2">
          {labels.map((label) => (
            <FarmPackLabel key={label.id} farm={farm} wave={wave} label={label} />
          ))}
        </ul>
      )}
    </>
  )
}

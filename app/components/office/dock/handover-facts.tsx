import { type CrateCount, crateDifference } from '#app/domain/delivery/cold-chain.ts'
import { picturePath } from '#app/domain/media/picture-files.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { cratesText, degreesText, differenceText, tooWarm } from './say-crates.ts'

export type HandoverCounts = {
  crates: CrateCount
  temperatureDeci: number | null
  mediaId: string | null
  handedAt: Date
  arrivedCrates: CrateCount | null
  arrivedTemperatureDeci: number | null
  arrivedMediaId: string | null
  arrivedNote: string | null
  arrivedAt: Date | null
}

/** A handover as both ends counted it, what differs, what was too warm, and both pictures. */
export function HandoverFacts({ handover, farm }: { handover: HandoverCounts; farm: string }) {
  const t = useMessages(dockMessages)
  const d = useMessages(deliveryMessages)
  const locale = useLocale()
  const { crates, arrivedCrates, arrivedAt } = handover
  const difference = arrivedCrates === null ? null : crateDifference(crates, arrivedCrates)
  const counted = (count: CrateCount, deci: number | null) =>
    [cratesText(count, d), deci === null ? '' : t.degrees(degreesText(deci))].filter(Boolean).join(' · ')
  const warm = [tooWarm(crates, handover.temperatureDeci), tooWarm(arrivedCrates, handover.arrivedTemperatureDeci)]
  return (
    <div className="flex flex-col gap-1">
      <p>
        {t.handedAt(formatMoment(handover.handedAt, locale))}: {counted(crates, handover.temperatureDeci)}
      </p>
      {arrivedAt === null || arrivedCrates === null ? null : (
        <p>
          {t.arrivedAt(formatMoment(arrivedAt, locale))}: {counted(arrivedCrates, handover.arrivedTemperatureDeci)}
        </p>
      )}
      {difference === null ? null : <p className="font-semibold text-pepper">⚠ {t.differs(differenceText(difference, d))}</p>}
      {warm.map((one, end) =>
        one === null ? null : (
          <p key={end === 0 ? 'farm' : 'hub'} className="font-semibold text-pepper">
            ⚠ {end === 0 ? t.atFarm : t.atHub}
            {t.tooWarm(one.degrees, one.limit)}
          </p>
        ),
      )}
      {handover.arrivedNote ? <p className="text-ink-2">{handover.arrivedNote}</p> : null}
      <Pictures ids={[handover.mediaId, handover.arrivedMediaId]} alt={t.photoOf(farm)} />
    </div>
  )
}

function Pictures({ ids, alt }: { ids: readonly (string | null)[]; alt: string }) {
  const kept = ids.filter((id) => id !== null)
  if (kept.length === 0) return null
  return (
    <p className="flex gap-2">
      {kept.map((id) => (
        <a key={id} href={picturePath(id, 'large.webp')}>
          <img src={picturePath(id, 'small.webp')} alt={alt} loading="lazy" className="h-20 rounded-sm border border-rule object-contain" />
        </a>
      ))}
    </p>
  )
}

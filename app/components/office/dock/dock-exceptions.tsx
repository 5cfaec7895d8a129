import { ButtonLink } from '#app/components/ui/button.tsx'
import type { CrateCount } from '#app/domain/delivery/cold-chain.ts'
import { formatDay } from '#app/i18n/format.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { dockMessages } from '#app/i18n/messages/dock.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { ExceptionList } from '../exception-list.tsx'
import { differenceText, tooWarm as readWarm } from './say-crates.ts'

type Handover = {
  id: string
  deliversOn: string
  zoneZh: string
  zoneEn: string
  farmZh: string
  farmEn: string
  arriveBy: string
  crates: CrateCount
  temperatureDeci: number | null
  arrivedCrates: CrateCount | null
  arrivedTemperatureDeci: number | null
}

export type DockTroubles = {
  tooWarm: readonly (Handover & { end: 'farm' | 'hub' })[]
  different: readonly (Handover & { difference: CrateCount })[]
  late: readonly Handover[]
  /** parcels that wait for a decision */
  missing: number
}

/** What went wrong on the way to the hub and at its dock, the most urgent first. */
export function DockExceptions({ tooWarm, different, late, missing }: DockTroubles) {
  const t = useMessages(dockMessages)
  const d = useMessages(deliveryMessages)
  const locale = useLocale()
  const pick = usePick()
  const toDock = (
    <ButtonLink look="plain" to="/alliance/dock">
      {t.toDock}
    </ButtonLink>
  )
  const farmOf = (one: Handover) => pick(one.farmZh, one.farmEn)
  const waveOf = (one: Handover) => t.waveOf(formatDay(one.deliversOn, locale), pick(one.zoneZh, one.zoneEn))
  const warmth = (one: Handover & { end: 'farm' | 'hub' }) => {
    const read = one.end === 'farm' ? readWarm(one.crates, one.temperatureDeci) : readWarm(one.arrivedCrates, one.arrivedTemperatureDeci)
    return t.exceptionTooWarmOf(farmOf(one), one.end === 'farm' ? t.atFarm : t.atHub, read?.degrees ?? '', read?.limit ?? '')
  }
  const decide = (
    <ButtonLink look="plain" to="/alliance/dock/missing">
      {t.decide}
    </ButtonLink>
  )
  return (
    <>
      <ExceptionList
        title={t.exceptionTooWarm}
        exceptions={tooWarm.map((one) => ({ id: `${one.id} ${one.end}`, what: warmth(one), detail: waveOf(one), action: toDock }))}
      />
      <ExceptionList
        title={t.exceptionMissing}
        exceptions={missing > 0 ? [{ id: 'missing', what: t.exceptionMissingOf(missing), action: decide }] : []}
      />
      <ExceptionList
        title={t.exceptionLate}
        exceptions={late.map((one) => ({
          id: one.id,
          what: t.exceptionLateOf(farmOf(one), one.arriveBy),
          detail: waveOf(one),
          action: toDock,
        }))}
      />
      <ExceptionList
        title={t.exceptionDiffers}
        exceptions={different.map((one) => ({
          id: one.id,
          what: t.exceptionDiffersOf(farmOf(one), differenceText(one.difference, d)),
          detail: waveOf(one),
          action: toDock,
        }))}
      />
    </>
  )
}

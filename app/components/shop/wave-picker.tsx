import { formatDay, formatFen, formatMoment } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { checkoutMessages } from '#app/i18n/messages/checkout.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { Choice, ChoiceGroup } from './choice.tsx'

/** What one drop brings, when a given day is chosen. */
export type DropPreview = {
  waveId: string
  deliversOn: string
  feeFen: number
  farms: { farmId: string; farmZh: string; farmEn: string }[]
}

export type WaveChoice = {
  waveId: string
  deliversOn: string
  cutoffAt: Date
  /** earliest first: farms that need longer than the chosen day come in a later drop; null when the basket cannot come */
  drops: DropPreview[] | null
  full: boolean
}

const feeOf = (wave: WaveChoice) => (wave.drops ?? []).reduce((sum, drop) => sum + drop.feeFen, 0)

/** The delivery days on offer, each with its cut-off, its fee and which farms' items come when. */
export function WavePicker({
  waves,
  chosenWaveId,
  error,
  refusalOf,
}: {
  waves: readonly WaveChoice[]
  chosenWaveId: string | null
  error?: string | undefined
  /** why a day cannot be chosen, as a sentence */
  refusalOf: (waveId: string) => string | null
}) {
  const t = useMessages(checkoutMessages)
  return (
    <ChoiceGroup legend={t.when} name="waveId" error={error}>
      {waves.map((wave) => (
        <Choice
          key={`${wave.waveId}${wave.drops === null}`}
          name="waveId"
          value={wave.waveId}
          chosen={wave.waveId === chosenWaveId && wave.drops !== null}
          disabled={wave.drops === null}
          invalid={Boolean(error)}
        >
          <WaveText wave={wave} unitedBy={unitedBy(wave, waves)} refusal={refusalOf(wave.waveId)} />
        </Choice>
      ))}
    </ChoiceGroup>
  )
}

/** The first day after this one that brings everything in one drop, when this one does not. */
function unitedBy(wave: WaveChoice, waves: readonly WaveChoice[]): WaveChoice | null {
  if (wave.drops === null || wave.drops.length < 2) return null
  return waves.find((later) => later.deliversOn > wave.deliversOn && later.drops?.length === 1) ?? null
}

function WaveText({ wave, unitedBy, refusal }: { wave: WaveChoice; unitedBy: WaveChoice | null; refusal: string | null }) {
  const t = useMessages(checkoutMessages)
  const locale = useLocale()
  const pick = usePick()
  const { drops } = wave
  const names = (drop: DropPreview) =>
    joinNames(
      drop.farms.map((farm) => pick(farm.farmZh, farm.farmEn)),
      locale,
    )
  return (
    <>
      <span className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="font-semibold">{formatDay(wave.deliversOn, locale)}</span>
        <span>{wave.full ? t.waveFull : drops ? t.deliveryCosts(formatFen(feeOf(wave))) : null}</span>
      </span>
      <span className="block text-sm text-ink-2">
        {t.orderBefore(formatMoment(wave.cutoffAt, locale))}
        {drops ? ` · ${drops.length === 1 ? t.oneDrop : t.dropsOn(drops.length)}` : null}
      </span>
      {drops?.map((drop) => (
        <span key={drop.waveId} className="block text-sm">
          {drops.length === 1 ? names(drop) : t.comesOn(formatDay(drop.deliversOn, locale), names(drop))}
        </span>
      ))}
      {unitedBy ? (
        <span className="block text-sm font-semibold text-leaf">
          {t.unitedOn(formatDay(unitedBy.deliversOn, locale))}{' '}
          {feeOf(unitedBy) < feeOf(wave) ? t.unitedSaves(formatFen(feeOf(wave) - feeOf(unitedBy))) : null}
        </span>
      ) : null}
      {refusal && !wave.full ? <span className="block text-sm">{refusal}</span> : null}
    </>
  )
}

const joinNames = (names: readonly string[], locale: Locale) => names.join(locale === 'en' ? ', ' : '、')

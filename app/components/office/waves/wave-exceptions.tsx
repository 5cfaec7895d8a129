import { ButtonLink } from '#app/components/ui/button.tsx'
import { failureReasons } from '#app/domain/delivery/settle-drop.ts'
import { unservedReasonOf } from '#app/domain/delivery/unserved-reasons.ts'
import { formatDay, formatMoment } from '#app/i18n/format.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { deliveryMessages } from '#app/i18n/messages/delivery.ts'
import { refusedWordMessages } from '#app/i18n/messages/refused-words.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import { ExceptionList } from '../exception-list.tsx'
import { type RefusedWordRow, wordText } from './refused-words.tsx'

type InZone = { deliversOn: string; zoneZh: string; zoneEn: string }
export type WaveTroubles = {
  overdue: readonly (InZone & { id: string; cutoffAt: Date; status: 'open' | 'closed' | 'on_road' | 'done' })[]
  stranded: readonly (InZone & {
    id: string
    waveId: string
    code: string
    addressZh: string
    addressEn: string
    unservedReason: string | null
    statusReason: string | null
  })[]
  refusedWords: readonly (InZone & RefusedWordRow & { waveId: string })[]
  leftBehind: readonly { id: string; waveId: string; alias: string; number: string; deliversOn: string }[]
  unpacked: readonly (InZone & { waveId: string; farmId: string; farmZh: string; farmEn: string; parcels: number; cutoffAt: Date })[]
}

/** What is wrong with the waves, the most urgent first, each leading to its wave. */
export function WaveExceptions({ overdue, stranded, refusedWords, leftBehind, unpacked }: WaveTroubles) {
  const t = useMessages(allianceMessages)
  const d = useMessages(deliveryMessages)
  const r = useMessages(refusedWordMessages)
  const pick = usePick()
  const locale = useLocale()
  const nameOf = (wave: InZone) => t.waveTitle(formatDay(wave.deliversOn, locale), pick(wave.zoneZh, wave.zoneEn))
  const toWave = (waveId: string) => (
    <ButtonLink look="plain" to={`/alliance/waves/${waveId}`}>
      {t.toWave}
    </ButtonLink>
  )
  const whyNot = (drop: WaveTroubles['stranded'][number]) => {
    const reason = failureReasons.find((known) => known === drop.statusReason) ?? unservedReasonOf(drop.unservedReason)
    return reason ? d[reason] : ''
  }
  return (
    <>
      <ExceptionList
        title={t.overdueWaves}
        exceptions={overdue.map((wave) => ({
          id: wave.id,
          what: nameOf(wave),
          detail: `${t.overdueWave(formatMoment(wave.cutoffAt, locale))} · ${wave.status === 'open' ? t.stillOpen : t.notPlanned}`,
          action: toWave(wave.id),
        }))}
      />
      <ExceptionList
        title={t.strandedDrops}
        exceptions={stranded.map((drop) => ({
          id: drop.id,
          what: `${drop.code} · ${whyNot(drop)}`,
          detail: `${nameOf(drop)} · ${pick(drop.addressZh, drop.addressEn)}`,
          action: toWave(drop.waveId),
        }))}
      />
      <ExceptionList
        title={r.title}
        exceptions={refusedWords.map((word) => ({
          id: word.id,
          what: `${wordText(word, r)} · ${r[word.refusal]}`,
          detail: `${nameOf(word)} · ${r.by(t.runNumber(word.runPosition), word.driver ?? '', formatMoment(word.happenedAt, locale))}`,
          action: (
            <ButtonLink look="plain" to={`/alliance/waves/${word.waveId}#refused-words`}>
              {r.toWords}
            </ButtonLink>
          ),
        }))}
      />
      <ExceptionList
        title={t.leftBehind}
        exceptions={leftBehind.map((parcel) => ({
          id: parcel.id,
          what: t.leftBehindOf(parcel.alias, parcel.number),
          detail: formatDay(parcel.deliversOn, locale),
          action: toWave(parcel.waveId),
        }))}
      />
      <ExceptionList
        title={t.unpacked}
        exceptions={unpacked.map((missing) => ({
          id: `${missing.waveId} ${missing.farmId}`,
          what: t.unpackedOf(pick(missing.farmZh, missing.farmEn), missing.parcels),
          detail: `${nameOf(missing)} · ${t.overdueWave(formatMoment(missing.cutoffAt, locale))}`,
          action: toWave(missing.waveId),
        }))}
      />
    </>
  )
}

import { formatFen } from '#app/i18n/format.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

type Texts = (typeof leaderMessages)['en']

const texts = {
  empty_basket: (t) => t.emptyOrder,
  basket_gone: (t) => t.basketGone,
  unknown_place: (t) => t.unknownPlace,
  outside_zones: (t) => t.outsideZones,
  wave_closed: (t) => t.waveClosed,
  wave_full: (t) => t.waveFullNow,
  no_wave_for_farm: (t, name) => t.noWaveForFarm(name || t.someFarm),
  price_changed: (t, name) => t.rowRefused(name || t.someProduct),
  not_enough: (t, name) => t.rowRefused(name || t.someProduct),
  part_delisted: (t, name) => t.rowRefused(name || t.someProduct),
  part_short: (t, name) => t.rowRefused(name || t.someProduct),
  delisted: (t, name) => t.rowRefused(name || t.someProduct),
  not_offered: (t, name) => t.rowRefused(name || t.someProduct),
  below_minimum: (t, name) => t.rowRefused(name || t.someProduct),
  total_risen: (t, _name, amountFen) => t.totalRose(formatFen(amountFen)),
  over_credit_limit: (t, _name, amountFen) => (amountFen === 0 ? t.noCreditHere : t.overLimit(formatFen(amountFen))),
} satisfies Record<string, (t: Texts, name: string, amountFen: number) => string>

/** Why a leader's sheet cannot be ordered as it is, with the names its sentence needs. */
export type BulkRefusalShown = { code: keyof typeof texts; names: { zh: string; en: string }[]; amountFen: number }

export function useBulkRefusalText() {
  const t = useMessages(leaderMessages)
  const pick = usePick()
  const namesIn = ({ names }: BulkRefusalShown) => names.map(({ zh, en }) => pick(zh, en)).join(pick('、', ', '))
  return {
    textOf: (refusal: BulkRefusalShown) => texts[refusal.code](t, namesIn(refusal), refusal.amountFen),
    /** as a reason beside a delivery day */
    whyNot: (refusal: BulkRefusalShown) =>
      refusal.code === 'not_enough'
        ? t.notEnoughThen(namesIn(refusal) || t.someProduct)
        : texts[refusal.code](t, namesIn(refusal), refusal.amountFen),
  }
}

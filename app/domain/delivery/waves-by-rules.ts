import { addDays, shanghaiInstant } from '#app/domain/business-day.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import { weekdayOf } from './weekday.ts'

/** "Tuesdays and Fridays, cut-off the day before at 18:00": what a zone's waves are from one day on, until another (null: no end). */
export type WaveRule = {
  readonly id: string
  readonly zoneId: string
  /** 1 Monday to 7 Sunday (ISO 8601) */
  readonly weekdays: readonly number[]
  readonly cutoffDaysBefore: number
  /** HH:MM, Asia/Shanghai; 24:00 is the midnight that ends the day */
  readonly cutoffTime: string
  readonly capacityDrops: number
  readonly dropFeeFen: Fen
  readonly fromOn: string
  readonly untilOn: string | null
}

/** What one day is for a zone, or for all of them (null). */
export type CalendarDay = { readonly zoneId: string | null; readonly on: string; readonly kind: 'no_delivery' | 'extra_delivery' }

export type RuledWave = {
  readonly zoneId: string
  readonly deliversOn: string
  readonly cutoffAt: Date
  readonly capacityDrops: number
  readonly dropFeeFen: Fen
}

/**
 * The waves that rules and calendar call for on `fromOn` and the `days - 1` days after it, zone by zone, earliest first. Of a
 * zone's rules the one that began last is in force. The calendar's word for the zone goes before its word for all; an extra
 * delivery is on the terms of the rule in force, and there is none without a rule.
 */
export function wavesByRules(
  rules: readonly WaveRule[],
  calendar: readonly CalendarDay[],
  { fromOn, days }: { fromOn: string; days: number },
): RuledWave[] {
  const zoneIds = [...new Set(rules.map(({ zoneId }) => zoneId))]
  const words = new Map(calendar.map(({ zoneId, on, kind }) => [`${zoneId} ${on}`, kind]))
  return zoneIds.flatMap((zoneId) =>
    Array.from({ length: days }, (_, day) => addDays(fromOn, day)).flatMap((deliversOn) => {
      const rule = ruleOn(rules, zoneId, deliversOn)
      const word = words.get(`${zoneId} ${deliversOn}`) ?? words.get(`null ${deliversOn}`)
      const delivers = word === undefined ? rule?.weekdays.includes(weekdayOf(deliversOn)) : word === 'extra_delivery'
      return rule && delivers ? [waveOf(rule, deliversOn)] : []
    }),
  )
}

/** The zone's rule in force on a day: begun, not ended, the one that began last; ties to the later id. */
export function ruleOn<Rule extends Pick<WaveRule, 'id' | 'zoneId' | 'fromOn' | 'untilOn'>>(
  rules: readonly Rule[],
  zoneId: string,
  on: string,
): Rule | null {
  const inForce = rules.filter((rule) => rule.zoneId === zoneId && rule.fromOn <= on && (rule.untilOn === null || on <= rule.untilOn))
  return inForce.sort((a, b) => (`${a.fromOn} ${a.id}` < `${b.fromOn} ${b.id}` ? 1 : -1))[0] ?? null
}

function waveOf({ zoneId, cutoffDaysBefore, cutoffTime, capacityDrops, dropFeeFen }: WaveRule, deliversOn: string): RuledWave {
  return { zoneId, deliversOn, cutoffAt: shanghaiInstant(addDays(deliversOn, -cutoffDaysBefore), cutoffTime), capacityDrops, dropFeeFen }
}

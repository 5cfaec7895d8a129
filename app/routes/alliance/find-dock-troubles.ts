import { shanghaiInstant } from '#app/domain/business-day.ts'
import { type CrateCount, crateDifference, excessDeci } from '#app/domain/delivery/cold-chain.ts'

export type HandoverUnderWay = {
  id: string
  deliversOn: string
  arriveBy: string
  status: 'on_the_road' | 'arrived'
  crates: CrateCount
  temperatureDeci: number | null
  arrivedCrates: CrateCount | null
  arrivedTemperatureDeci: number | null
}

/** What is wrong between the farms' gates and the dock: too warm at either end, counts that differ, what should long be here. */
export function findDockTroubles<Handover extends HandoverUnderWay>(handovers: readonly Handover[], now: Date) {
  return {
    tooWarm: handovers.flatMap((one) => {
      const atFarm = excessDeci(one.crates, one.temperatureDeci) > 0 ? [{ ...one, end: 'farm' as const }] : []
      const isWarmHere = one.arrivedCrates !== null && excessDeci(one.arrivedCrates, one.arrivedTemperatureDeci) > 0
      return [...atFarm, ...(isWarmHere ? [{ ...one, end: 'hub' as const }] : [])]
    }),
    different: handovers.flatMap((one) => {
      const difference = one.arrivedCrates === null ? null : crateDifference(one.crates, one.arrivedCrates)
      return difference === null ? [] : [{ ...one, difference }]
    }),
    late: handovers.filter((one) => one.status === 'on_the_road' && shanghaiInstant(one.deliversOn, one.arriveBy) < now),
  }
}

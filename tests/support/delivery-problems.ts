import fc from 'fast-check'
import { type DeliveryDrop, type DeliveryProblem, type DeliveryVehicle, estimatedTravel, type TimeSpan } from '#app/domain/delivery/plan.ts'
import { fen } from '#app/domain/money/fen.ts'

const HOUR_S = 3600

/** The hub of the tests, on the north-western edge of Chengdu. */
export const hub = { lat: 30.72, lon: 103.99 }

const windows: fc.Arbitrary<readonly TimeSpan[]> = fc.constantFrom(
  [],
  [],
  [{ fromS: 9 * HOUR_S, untilS: 12 * HOUR_S }],
  [{ fromS: 18 * HOUR_S, untilS: 20 * HOUR_S }],
  [
    { fromS: 10 * HOUR_S, untilS: 11 * HOUR_S },
    { fromS: 17 * HOUR_S, untilS: 19 * HOUR_S },
  ],
  [{ fromS: 5 * HOUR_S, untilS: 6 * HOUR_S }],
)

const drop: fc.Arbitrary<Omit<DeliveryDrop, 'id'>> = fc.record({
  lat: fc.integer({ min: 30_500, max: 30_820 }).map((thousandths) => thousandths / 1000),
  lon: fc.integer({ min: 103_900, max: 104_230 }).map((thousandths) => thousandths / 1000),
  load: fc.record({
    weightG: fc.integer({ min: 0, max: 60_000 }),
    crates: fc.record({ ambient: fc.nat({ max: 4 }), chilled: fc.nat({ max: 2 }), frozen: fc.nat({ max: 1 }) }),
  }),
  serviceS: fc.integer({ min: 0, max: 900 }),
  windows,
})

const vehicle: fc.Arbitrary<Omit<DeliveryVehicle, 'id'>> = fc.record({
  capacity: fc.record({
    weightG: fc.constantFrom(40_000, 150_000, 600_000),
    crates: fc.record({ ambient: fc.constantFrom(3, 12, 60), chilled: fc.constantFrom(0, 6, 20), frozen: fc.constantFrom(0, 4) }),
  }),
  costPerRunFen: fc.nat({ max: 20_000 }).map(fen),
  costPerKmFen: fc.nat({ max: 300 }).map(fen),
  costPerHourFen: fc.nat({ max: 6_000 }).map(fen),
  shift: fc.constantFrom({ fromS: 8 * HOUR_S, untilS: 12 * HOUR_S }, { fromS: 8 * HOUR_S, untilS: 20 * HOUR_S }),
})

/** Small waves of every kind, with too few vehicles as often as not, none at all now and then. */
export const deliveryProblems: fc.Arbitrary<DeliveryProblem> = fc
  .record({
    drops: fc.array(drop, { maxLength: 30 }),
    vehicles: fc.array(vehicle, { maxLength: 4 }),
    loadingS: fc.constantFrom(0, 1200),
  })
  .map(({ drops, vehicles, loadingS }) => ({
    depot: hub,
    drops: drops.map((each, index) => ({ ...each, id: `drop-${index}` })),
    vehicles: vehicles.map((each, index) => ({ ...each, id: `van-${index}` })),
    loadingS,
    travel: estimatedTravel,
  }))

export const wholeDay: TimeSpan = { fromS: 8 * HOUR_S, untilS: 20 * HOUR_S }

export function aDrop(id: string, over: Partial<DeliveryDrop> = {}): DeliveryDrop {
  const load = { weightG: 10_000, crates: { ambient: 1, chilled: 0, frozen: 0 } }
  return { id, lat: 30.66, lon: 104.065, load, serviceS: 240, windows: [], ...over }
}

export function aVan(id: string, over: Partial<DeliveryVehicle> = {}): DeliveryVehicle {
  return {
    id,
    capacity: { weightG: 600_000, crates: { ambient: 60, chilled: 20, frozen: 10 } },
    costPerRunFen: fen(5_000),
    costPerKmFen: fen(120),
    costPerHourFen: fen(3_500),
    shift: wholeDay,
    ...over,
  }
}

/** A wave on the day's usual terms. */
export function aWave(drops: readonly DeliveryDrop[], vehicles: readonly DeliveryVehicle[]): DeliveryProblem {
  return { depot: hub, drops, vehicles, loadingS: 1200, travel: estimatedTravel }
}

/** `count` drops over the city, always the same, a third of them in the morning only. */
export function cityDrops(count: number): DeliveryDrop[] {
  let state = 20_260
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return state / 2 ** 32
  }
  return Array.from({ length: count }, (_, index) =>
    aDrop(`drop-${String(index).padStart(4, '0')}`, {
      lat: 30.56 + next() * 0.22,
      lon: 103.95 + next() * 0.25,
      load: {
        weightG: 2_000 + Math.floor(next() * 20_000),
        crates: { ambient: 1 + Math.floor(next() * 2), chilled: Math.floor(next() * 2), frozen: 0 },
      },
      windows: next() < 1 / 3 ? [{ fromS: 9 * HOUR_S, untilS: 12 * HOUR_S }] : [],
    }),
  )
}

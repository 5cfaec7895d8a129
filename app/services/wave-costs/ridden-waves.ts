import { LOADING_S } from '#app/domain/delivery/fleet-hours.ts'
import { ratesOn } from '#app/domain/delivery/fleet-of-day.ts'
import type { ReferenceVan } from '#app/domain/delivery/joint-cost.ts'
import { storageClasses } from '#app/domain/delivery/load.ts'
import { serviceSeconds } from '#app/domain/delivery/merge-drops.ts'
import type { RiddenDrop, RiddenGoods } from '#app/domain/delivery/share-by-rule.ts'
import { invariant } from '#app/domain/invariant.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { DrivenRunRow, findTariffs, RiddenDropRow, RiddenGoodsRow } from '#db/queries/wave-costs/wave-reckoning.server.ts'

type Tariffs = Awaited<ReturnType<typeof findTariffs>>

/** How long a reference van may be out: a working day. */
const shiftS = 12 * 3600

export const riddenDrop = ({ id, runId, lat, lon, kind, orders, weightG, ambient, chilled, frozen }: RiddenDropRow): RiddenDrop => ({
  id,
  runId,
  lat,
  lon,
  serviceS: serviceSeconds({
    kind,
    orderIds: Array.from({ length: orders }, () => ''),
    load: { weightG, crates: { ambient, chilled, frozen } },
  }),
})

export const riddenGoods = ({ dropId, farmId, storage, weightG, volumeMl }: RiddenGoodsRow): RiddenGoods => ({
  dropId,
  farmId,
  storage: classOf(storage),
  weightG,
  volumeMl,
})

export function classOf(text: string) {
  const storage = storageClasses.find((known) => known === text)
  invariant(storage, `no storage class: ${text}`)
  return storage
}

type Rated = { run: DrivenRunRow; rates: Pick<ReferenceVan, 'costPerRunFen' | 'costPerKmFen' | 'costPerHourFen'> }

/** Runs with the rates their carriers asked on a day. */
export const rateRuns = (runs: readonly DrivenRunRow[], tariffs: Tariffs, on: string): Rated[] =>
  runs.map((run) => ({ run, rates: ratesOn(tariffs, { ...run.vehicle, carrierId: run.carrierId }, on) }))

/** Groups' plans are reckoned with one van: it takes the most of what the wave's vehicles take, at the mean of their rates. */
export function referenceVan(rated: readonly Rated[]): ReferenceVan {
  const widest = (of: (run: DrivenRunRow) => number) => Math.max(0, ...rated.map(({ run }) => of(run)))
  const mean = (rate: keyof Rated['rates']) =>
    fen(rated.length === 0 ? 0 : Math.round(rated.reduce((sum, { rates }) => sum + rates[rate], 0) / rated.length))
  return {
    capacity: {
      weightG: 1000 * widest(({ vehicle }) => vehicle.capacityKg),
      crates: {
        ambient: widest(({ vehicle }) => vehicle.cratesAmbient),
        chilled: widest(({ vehicle }) => vehicle.cratesChilled),
        frozen: widest(({ vehicle }) => vehicle.cratesFrozen),
      },
    },
    costPerRunFen: mean('costPerRunFen'),
    costPerKmFen: mean('costPerKmFen'),
    costPerHourFen: mean('costPerHourFen'),
    loadingS: LOADING_S,
    shiftS,
  }
}

import { check, fen, id, index, instant, json, oneOf, primaryKey, sql, table, text, uniqueIndex, whole } from '#db/dialect/index.ts'
import { farms } from './catalog.ts'
import { media } from './media.ts'
import { hubs, vehicles, waves } from './network.ts'
import { consignments } from './ordering.ts'

export type CrateCount = { ambient: number; chilled: number; frozen: number }

/** One vehicle's tour of farms that ends at the hub, on one day. */
export const firstMileRuns = table(
  'first_mile_runs',
  {
    id: id('id').primaryKey(),
    hubId: text('hub_id')
      .notNull()
      .references(() => hubs.id),
    on: text('on_day').notNull(),
    vehicleId: text('vehicle_id')
      .notNull()
      .references(() => vehicles.id),
    driverId: text('driver_id').notNull(),
    carrierId: text('carrier_id').notNull(),
    departsAt: instant('departs_at').notNull(),
    arrivesAt: instant('arrives_at').notNull(),
    distanceM: whole('distance_m').notNull(),
    durationS: whole('duration_s').notNull(),
    costFen: fen('cost_fen').notNull(),
    status: oneOf('status', ['planned', 'on_road', 'done']).notNull(),
  },
  (t) => [index('first_mile_runs_of_day').on(t.hubId, t.on)],
)

export const firstMileStops = table(
  'first_mile_stops',
  {
    runId: text('run_id')
      .notNull()
      .references(() => firstMileRuns.id, { onDelete: 'cascade' }),
    farmId: text('farm_id')
      .notNull()
      .references(() => farms.id),
    position: whole('position').notNull(),
    arrivesAt: instant('arrives_at').notNull(),
    weightG: whole('weight_g').notNull(),
    /** of the run's cost, by weight */
    costFen: fen('cost_fen').notNull(),
  },
  (t) => [primaryKey({ columns: [t.runId, t.farmId] })],
)

/** A farm's crates for one wave leave its hands, and later stand at the hub: counted and measured at both ends. */
export const handovers = table(
  'handovers',
  {
    id: id('id').primaryKey(),
    /** the form's own key: a double click is one handover */
    requestKey: text('request_key').notNull(),
    farmId: text('farm_id')
      .notNull()
      .references(() => farms.id),
    waveId: text('wave_id')
      .notNull()
      .references(() => waves.id),
    hubId: text('hub_id')
      .notNull()
      .references(() => hubs.id),
    way: oneOf('way', ['brings', 'collected']).notNull(),
    crates: json<CrateCount>('crates').notNull(),
    /** tenths of a degree Celsius; null where nothing chilled or frozen is among it */
    temperatureDeci: whole('temperature_deci'),
    mediaId: text('media_id').references(() => media.id),
    note: text('note').notNull(),
    handedBy: text('handed_by').notNull(),
    handedAt: instant('handed_at').notNull(),
    status: oneOf('status', ['on_the_road', 'arrived']).notNull(),
    arrivedCrates: json<CrateCount>('arrived_crates'),
    arrivedTemperatureDeci: whole('arrived_temperature_deci'),
    arrivedMediaId: text('arrived_media_id').references(() => media.id),
    arrivedNote: text('arrived_note'),
    arrivedBy: text('arrived_by'),
    arrivedAt: instant('arrived_at'),
  },
  (t) => [
    uniqueIndex('handovers_one_per_request').on(t.requestKey),
    index('handovers_of_farm').on(t.farmId, t.handedAt),
    index('handovers_of_wave').on(t.waveId, t.status),
    check('handovers_arrived_whole', sql`(${t.status} = 'arrived') = (${t.arrivedAt} is not null)`),
  ],
)

/** Every time a consignment was scanned or ticked: what moved it from one state to the next. */
export const scans = table(
  'scans',
  {
    /** given by who scans: sent twice it counts once */
    id: id('id').primaryKey(),
    consignmentId: text('consignment_id')
      .notNull()
      .references(() => consignments.id),
    step: oneOf('step', ['handed_over', 'at_hub', 'merged', 'loaded', 'missing', 'found', 'returned']).notNull(),
    handoverId: text('handover_id').references(() => handovers.id),
    runId: text('run_id'),
    by: text('by_user').notNull(),
    at: instant('at').notNull(),
    /** for `missing`: what is missing, in the scanner's words or a reason's code */
    reason: text('reason'),
  },
  (t) => [index('scans_of_consignment').on(t.consignmentId, t.at)],
)

import { degrees, fen, flag, id, index, instant, json, oneOf, primaryKey, table, text, whole } from '#db/dialect/index.ts'
import { vehicles, waves } from './network.ts'
import { orders } from './ordering.ts'

/** Everything for one door or pick-up point in one wave. Read by the office and the driver, never by a farm. */
export const drops = table(
  'drops',
  {
    id: id('id').primaryKey(),
    waveId: text('wave_id')
      .notNull()
      .references(() => waves.id),
    code: text('code').notNull(),
    kind: oneOf('kind', ['door', 'pickup']).notNull(),
    placeKey: text('place_key').notNull(),
    recipient: text('recipient').notNull(),
    phone: text('phone').notNull(),
    addressZh: text('address_zh').notNull(),
    addressEn: text('address_en').notNull(),
    note: text('note').notNull(),
    lat: degrees('lat').notNull(),
    lon: degrees('lon').notNull(),
    weightG: whole('weight_g').notNull(),
    cratesAmbient: whole('crates_ambient').notNull(),
    cratesChilled: whole('crates_chilled').notNull(),
    cratesFrozen: whole('crates_frozen').notNull(),
    runId: text('run_id'),
    position: whole('position'),
    arrivesAt: instant('arrives_at'),
    /** why no vehicle takes it; null once planned */
    unservedReason: text('unserved_reason'),
    status: oneOf('status', ['planned', 'delivered', 'failed']).notNull(),
    statusReason: text('status_reason'),
    statusAt: instant('status_at'),
    costFen: fen('cost_fen').notNull(),
  },
  (t) => [index('drops_of_wave').on(t.waveId), index('drops_of_run').on(t.runId, t.position)],
)

export const dropOrders = table(
  'drop_orders',
  {
    dropId: text('drop_id')
      .notNull()
      .references(() => drops.id),
    orderId: text('order_id')
      .notNull()
      .references(() => orders.id),
    /** this order's part of the drop's cost, by largest remainder over gross weight */
    costFen: fen('cost_fen').notNull(),
  },
  (t) => [primaryKey({ columns: [t.dropId, t.orderId] }), index('drop_orders_of_order').on(t.orderId)],
)

/** One vehicle's tour of one wave. */
export const runs = table(
  'runs',
  {
    id: id('id').primaryKey(),
    waveId: text('wave_id')
      .notNull()
      .references(() => waves.id),
    vehicleId: text('vehicle_id')
      .notNull()
      .references(() => vehicles.id),
    driverId: text('driver_id').notNull(),
    carrierId: text('carrier_id').notNull(),
    position: whole('position').notNull(),
    departsAt: instant('departs_at').notNull(),
    distanceM: whole('distance_m').notNull(),
    durationS: whole('duration_s').notNull(),
    costFen: fen('cost_fen').notNull(),
    status: oneOf('status', ['planned', 'on_road', 'done']).notNull(),
  },
  (t) => [index('runs_of_wave').on(t.waveId, t.position), index('runs_of_driver').on(t.driverId, t.departsAt)],
)

/** What a wave cost and what it would have cost direct; written once when it is planned. */
export const waveFigures = table('wave_figures', {
  waveId: id('wave_id')
    .primaryKey()
    .references(() => waves.id),
  orders: whole('orders').notNull(),
  parcels: whole('parcels').notNull(),
  drops: whole('drops').notNull(),
  unserved: whole('unserved').notNull(),
  costFen: fen('cost_fen').notNull(),
  directFen: fen('direct_fen').notNull(),
  byFarm: json<{ farmId: string; orders: number; directFen: number; costFen: number }[]>('by_farm').notNull(),
  complete: flag('complete').notNull(),
})

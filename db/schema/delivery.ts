import { fen as fenOf } from '#app/domain/money/fen.ts'
import { degrees, fen, flag, id, index, instant, json, oneOf, primaryKey, table, text, uniqueIndex, whole } from '#db/dialect/index.ts'
import { media } from './media.ts'
import { vehicles, waves } from './network.ts'
import { orders } from './ordering.ts'

const zeroFen = fenOf(0)

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
    /** the dispatcher's word: only this vehicle brings it, only at this place of its run, or nobody does */
    lockedVehicleId: text('locked_vehicle_id'),
    lockedPosition: flag('locked_position').notNull().default(false),
    excluded: flag('excluded').notNull().default(false),
    /** what the customer was told last; narrows, never widens, while nothing goes wrong */
    promisedFrom: instant('promised_from'),
    promisedUntil: instant('promised_until'),
    /** empty crates and cool boxes that came back from this door */
    cratesBack: whole('crates_back').notNull().default(0),
    status: oneOf('status', ['planned', 'delivered', 'failed']).notNull(),
    statusReason: text('status_reason'),
    statusAt: instant('status_at'),
    /** what could not be handed over stands at the hub again */
    returnedAt: instant('returned_at'),
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
    /** this order's part of the drop's cost, by largest remainder over gross weight: as planned, once the wave is reckoned as driven */
    costFen: fen('cost_fen').notNull(),
    /** of it, paid to the carriers when the order was accepted before the wave was reckoned; the wave's own posting pays the rest */
    paidFen: fen('paid_fen').notNull().default(zeroFen),
    /** of the order's delivery fee and of its leader's part of the saving, what this wave was reckoned with; 0 until then */
    feeFen: fen('fee_fen').notNull().default(zeroFen),
    leaderFen: fen('leader_fen').notNull().default(zeroFen),
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
    leftAt: instant('left_at'),
    endedAt: instant('ended_at'),
    /** as the driver read the odometer; null: as planned */
    drivenM: whole('driven_m'),
    /** what it cost as driven; null until it has ended */
    drivenCostFen: fen('driven_cost_fen'),
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

/** Who brings what, as decided at one moment of a wave's planning: what an edit made of the plan, and what undo goes back to. */
export type Assignment = {
  /** `pinned` stops keep their place in the run too; `driverId`: somebody else than who usually drives it */
  runs: { vehicleId: string; dropIds: string[]; locked: string[]; pinned?: string[]; driverId?: string }[]
  excluded: string[]
}

/** Every change of a wave's plan, with what it cost: the dispatcher's history, and the way back. */
export const planEdits = table(
  'plan_edits',
  {
    id: id('id').primaryKey(),
    waveId: text('wave_id')
      .notNull()
      .references(() => waves.id),
    /** the plan's version it made */
    version: whole('version').notNull(),
    action: oneOf('action', [
      'plan',
      'move',
      'lock',
      'unlock',
      'exclude',
      'include',
      'reorder',
      'hand_over',
      'split',
      'undo',
      'publish',
    ]).notNull(),
    actorId: text('actor_id').notNull(),
    at: instant('at').notNull(),
    /** drop or run and where to; no personal data */
    detail: json<Record<string, unknown>>('detail').notNull(),
    assignment: json<Assignment>('assignment').notNull(),
    costFen: fen('cost_fen').notNull(),
  },
  (t) => [uniqueIndex('plan_edits_once').on(t.waveId, t.version)],
)

/** A planning under way: shown while it works, stopped on request, taken over when its process dies. One for each wave. */
export const planJobs = table('plan_jobs', {
  waveId: id('wave_id')
    .primaryKey()
    .references(() => waves.id),
  status: oneOf('status', ['queued', 'running', 'done', 'failed']).notNull(),
  /** thousandths of its time that have passed */
  progress: whole('progress').notNull(),
  bestCostFen: fen('best_cost_fen'),
  unserved: whole('unserved').notNull(),
  /** seconds it may take */
  seconds: whole('seconds').notNull(),
  requestedBy: text('requested_by').notNull(),
  requestedAt: instant('requested_at').notNull(),
  stopAskedAt: instant('stop_asked_at'),
  leasedUntil: instant('leased_until'),
  /** which planner and table answered, and what it fell back from */
  note: text('note').notNull(),
  endedAt: instant('ended_at'),
})

/** What a route engine said of one leg, kept by profile and rounded pair of places. */
export const travelLegs = table(
  'travel_legs',
  {
    profile: text('profile').notNull(),
    /** `lat,lon` to five decimals */
    fromPlace: text('from_place').notNull(),
    toPlace: text('to_place').notNull(),
    distanceM: whole('distance_m').notNull(),
    durationS: whole('duration_s').notNull(),
    readAt: instant('read_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.profile, t.fromPlace, t.toPlace] })],
)

/** The number under which a relay connects a drop's driver and its customer, neither of whom sees the other's. */
export const relayNumbers = table('relay_numbers', {
  dropId: id('drop_id')
    .primaryKey()
    .references(() => drops.id),
  runId: text('run_id').notNull(),
  /** E.164 */
  number: text('number').notNull(),
  expiresAt: instant('expires_at').notNull(),
})

/** What a driver shows for a drop that was handed over, or for one that could not be. Several may follow one another. */
export const dropProofs = table(
  'drop_proofs',
  {
    /** given by the driver's phone: sent twice it is kept once */
    id: id('id').primaryKey(),
    dropId: text('drop_id')
      .notNull()
      .references(() => drops.id),
    kind: oneOf('kind', ['photo', 'signature', 'code', 'qr', 'note']).notNull(),
    mediaId: text('media_id').references(() => media.id),
    note: text('note').notNull(),
    takenAt: instant('taken_at').notNull(),
    takenBy: text('taken_by').notNull(),
  },
  (t) => [index('drop_proofs_of_drop').on(t.dropId, t.takenAt)],
)

/** What drivers' phones sent, in the order it came: the queue's other end. The phone's id makes each count once. */
export const driverEvents = table(
  'driver_events',
  {
    id: id('id').primaryKey(),
    runId: text('run_id')
      .notNull()
      .references(() => runs.id),
    driverId: text('driver_id').notNull(),
    kind: oneOf('kind', ['start', 'load', 'arrive', 'deliver', 'fail', 'reopen', 'crates', 'annotate', 'end']).notNull(),
    subjectId: text('subject_id').notNull(),
    payload: json<Record<string, unknown>>('payload').notNull(),
    /** by the phone's clock, kept as told, and as corrected by what the phone's clock showed when it sent */
    phoneAt: instant('phone_at').notNull(),
    happenedAt: instant('happened_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    outcome: oneOf('outcome', ['applied', 'already', 'refused']).notNull(),
    /** why it was refused, by its code; null otherwise */
    refusal: text('refusal'),
  },
  (t) => [index('driver_events_of_run').on(t.runId, t.receivedAt)],
)

import { check, degrees, fen, flag, id, index, instant, json, oneOf, sql, table, text, uniqueIndex, whole } from '#db/dialect/index.ts'

type LonLat = [lon: number, lat: number]

export const hubs = table('hubs', {
  id: id('id').primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  addressZh: text('address_zh').notNull(),
  addressEn: text('address_en').notNull(),
  lat: degrees('lat').notNull(),
  lon: degrees('lon').notNull(),
  /** HH:MM: what a farm hands over must stand at the hub by then to ride that day */
  arriveBy: text('arrive_by').notNull().default('06:00'),
  /** minutes between a crate's arrival and its van's loading */
  crossDockMinutes: whole('cross_dock_minutes').notNull().default(45),
  status: oneOf('status', ['open', 'closed']).notNull().default('open'),
  /** counts changes: who edits an older one is told */
  version: whole('version').notNull().default(0),
})

export const zones = table('zones', {
  id: id('id').primaryKey(),
  hubId: text('hub_id')
    .notNull()
    .references(() => hubs.id),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  /** one ring without crossings; no two open zones share ground */
  polygon: json<LonLat[]>('polygon').notNull(),
  position: whole('position').notNull(),
  status: oneOf('status', ['open', 'closed']).notNull().default('open'),
  /** counts changes: who edits an older one is told */
  version: whole('version').notNull().default(0),
})

/** When waves of a zone are opened: "Tuesdays and Fridays, cut-off the day before at 18:00". */
export const waveRules = table(
  'wave_rules',
  {
    id: id('id').primaryKey(),
    zoneId: text('zone_id')
      .notNull()
      .references(() => zones.id),
    /** 1 Monday to 7 Sunday (ISO 8601) */
    weekdays: json<number[]>('weekdays').notNull(),
    cutoffDaysBefore: whole('cutoff_days_before').notNull(),
    cutoffTime: text('cutoff_time').notNull(), // HH:MM, Asia/Shanghai
    capacityDrops: whole('capacity_drops').notNull(),
    /** the least a drop is charged; the marginal cost of a place in the wave may ask for more */
    dropFeeFen: fen('drop_fee_fen').notNull(),
    fromOn: text('from_on').notNull(),
    /** the last day it opens waves for; null until it is replaced */
    untilOn: text('until_on'),
  },
  (t) => [index('wave_rules_of_zone').on(t.zoneId, t.fromOn)],
)

/** A day on which a zone (all zones: null) has no wave although its rule says so, or has one although it does not. */
export const calendarDays = table(
  'calendar_days',
  {
    id: id('id').primaryKey(), // `${zoneId ?? 'all'}:${on}`: one word on each day
    zoneId: text('zone_id').references(() => zones.id),
    on: text('on_day').notNull(),
    kind: oneOf('kind', ['no_delivery', 'extra_delivery']).notNull(),
    noteZh: text('note_zh').notNull(),
    noteEn: text('note_en').notNull(),
  },
  (t) => [index('calendar_days_by_day').on(t.on)],
)

/** A named part of the city by which an address without coordinates is placed. */
export const districts = table('districts', {
  id: id('id').primaryKey(),
  zoneId: text('zone_id').references(() => zones.id),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  lat: degrees('lat').notNull(),
  lon: degrees('lon').notNull(),
  position: whole('position').notNull(),
})

export const pickupPoints = table('pickup_points', {
  id: id('id').primaryKey(),
  zoneId: text('zone_id')
    .notNull()
    .references(() => zones.id),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  addressZh: text('address_zh').notNull(),
  addressEn: text('address_en').notNull(),
  windowFrom: text('window_from').notNull(), // HH:MM
  windowTo: text('window_to').notNull(),
  lat: degrees('lat').notNull(),
  lon: degrees('lon').notNull(),
  position: whole('position').notNull(),
  /** orders it can keep for one wave */
  capacityOrders: whole('capacity_orders').notNull().default(60),
  /** shown to whoever delivers or collects, before they arrive */
  instructionsZh: text('instructions_zh').notNull().default(''),
  instructionsEn: text('instructions_en').notNull().default(''),
  status: oneOf('status', ['open', 'closed']).notNull().default('open'),
  version: whole('version').notNull().default(0),
})

/** Who drives for the alliance: its own vans or a firm's. Its money is account 2520. */
export const carriers = table('carriers', {
  id: id('id').primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  kind: oneOf('kind', ['own', 'firm']).notNull(),
  phone: text('phone').notNull(),
  status: oneOf('status', ['open', 'closed']).notNull().default('open'),
})

/** What a carrier charges for a kind of vehicle from a day on; the newest that has begun counts. */
export const carrierTariffs = table(
  'carrier_tariffs',
  {
    id: id('id').primaryKey(),
    carrierId: text('carrier_id')
      .notNull()
      .references(() => carriers.id),
    vehicleKind: oneOf('vehicle_kind', ['trike', 'van', 'cold_van', 'truck']).notNull(),
    fromOn: text('from_on').notNull(),
    costPerRunFen: fen('cost_per_run_fen').notNull(),
    costPerKmFen: fen('cost_per_km_fen').notNull(),
    costPerHourFen: fen('cost_per_hour_fen').notNull(),
  },
  (t) => [uniqueIndex('carrier_tariffs_once').on(t.carrierId, t.vehicleKind, t.fromOn)],
)

export const drivers = table('drivers', {
  /** a courier's role acts for this id */
  id: id('id').primaryKey(),
  name: text('name').notNull(),
  phone: text('phone').notNull(),
  carrierId: text('carrier_id')
    .notNull()
    .references(() => carriers.id),
  status: oneOf('status', ['open', 'closed']).notNull().default('open'),
})

/** On which weekdays a vehicle is driven, by whom and between which hours. */
export const shifts = table(
  'shifts',
  {
    id: id('id').primaryKey(),
    vehicleId: text('vehicle_id')
      .notNull()
      .references(() => vehicles.id),
    driverId: text('driver_id')
      .notNull()
      .references(() => drivers.id),
    /** 1 Monday to 7 Sunday (ISO 8601) */
    weekdays: json<number[]>('weekdays').notNull(),
    fromTime: text('from_time').notNull(), // HH:MM
    untilTime: text('until_time').notNull(),
  },
  (t) => [index('shifts_of_vehicle').on(t.vehicleId)],
)

/** A day on which a vehicle or a driver is not there. */
export const absences = table(
  'absences',
  {
    id: id('id').primaryKey(),
    vehicleId: text('vehicle_id').references(() => vehicles.id),
    driverId: text('driver_id').references(() => drivers.id),
    on: text('on_day').notNull(),
    reason: text('reason').notNull(),
  },
  (t) => [index('absences_by_day').on(t.on), check('absences_of_one', sql`(${t.vehicleId} is null) <> (${t.driverId} is null)`)],
)

export const vehicles = table('vehicles', {
  id: id('id').primaryKey(),
  hubId: text('hub_id')
    .notNull()
    .references(() => hubs.id),
  /** where its day ends, when that is another hub than the one it loads at; it then makes one run a wave */
  endHubId: text('end_hub_id').references(() => hubs.id),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  /** who drives it; a courier's role acts for this id */
  driverId: text('driver_id').notNull(),
  carrierId: text('carrier_id').notNull(),
  kind: oneOf('kind', ['trike', 'van', 'cold_van', 'truck']).notNull().default('van'),
  status: oneOf('status', ['open', 'closed']).notNull().default('open'),
  version: whole('version').notNull().default(0),
  capacityKg: whole('capacity_kg').notNull(),
  cratesAmbient: whole('crates_ambient').notNull(),
  cratesChilled: whole('crates_chilled').notNull(),
  cratesFrozen: whole('crates_frozen').notNull(),
  costPerRunFen: fen('cost_per_run_fen').notNull(),
  costPerKmFen: fen('cost_per_km_fen').notNull(),
  costPerHourFen: fen('cost_per_hour_fen').notNull(),
})

/** One date × hub × zone with a cut-off: what is ordered before it is delivered together. */
export const waves = table(
  'waves',
  {
    id: id('id').primaryKey(),
    hubId: text('hub_id')
      .notNull()
      .references(() => hubs.id),
    zoneId: text('zone_id')
      .notNull()
      .references(() => zones.id),
    deliversOn: text('delivers_on').notNull(),
    cutoffAt: instant('cutoff_at').notNull(),
    dropFeeFen: fen('drop_fee_fen').notNull(),
    capacityDrops: whole('capacity_drops').notNull(),
    /** orders that hold a place: claimed when placed, given back when they expire; a full wave is not sellable */
    bookedDrops: whole('booked_drops').notNull().default(0),
    status: oneOf('status', ['open', 'closed', 'on_road', 'done']).notNull(),
    closedAt: instant('closed_at'),
    /** counts the plan's changes: whoever edits an older plan is told */
    planVersion: whole('plan_version').notNull().default(0),
    /** when the plan was shown to the drivers and the customers; a change after it is told to them */
    publishedAt: instant('published_at'),
    /** the office looks at this wave's plan first: planning it does not publish it */
    held: flag('held').notNull().default(false),
    /** counts changes of what it is sold as (places, fee, cut-off) by hand: who edits an older one is told, and no rule replaces it */
    version: whole('version').notNull().default(0),
    /** a wave the office has split on the day has a second part; customers order for the first */
    part: whole('part').notNull().default(1),
  },
  (t) => [
    uniqueIndex('waves_once').on(t.zoneId, t.deliversOn, t.part),
    index('waves_by_cutoff').on(t.status, t.cutoffAt),
    check('waves_not_overbooked', sql`${t.bookedDrops} between 0 and ${t.capacityDrops}`),
  ],
)

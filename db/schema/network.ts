import { check, degrees, fen, id, index, instant, json, oneOf, sql, table, text, uniqueIndex, whole } from '#db/dialect/index.ts'

type LonLat = [lon: number, lat: number]

export const hubs = table('hubs', {
  id: id('id').primaryKey(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  addressZh: text('address_zh').notNull(),
  addressEn: text('address_en').notNull(),
  lat: degrees('lat').notNull(),
  lon: degrees('lon').notNull(),
})

export const zones = table('zones', {
  id: id('id').primaryKey(),
  hubId: text('hub_id')
    .notNull()
    .references(() => hubs.id),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  polygon: json<LonLat[]>('polygon').notNull(),
  /** 1 Monday to 7 Sunday (ISO 8601) */
  weekdays: json<number[]>('weekdays').notNull(),
  /** hour of the day before delivery, Asia/Shanghai */
  cutoffHour: whole('cutoff_hour').notNull(),
  dropFeeFen: fen('drop_fee_fen').notNull(),
  position: whole('position').notNull(),
})

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
})

export const vehicles = table('vehicles', {
  id: id('id').primaryKey(),
  hubId: text('hub_id')
    .notNull()
    .references(() => hubs.id),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  /** who drives it; a courier's role acts for this id */
  driverId: text('driver_id').notNull(),
  carrierId: text('carrier_id').notNull(),
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
  },
  (t) => [
    uniqueIndex('waves_once').on(t.zoneId, t.deliversOn),
    index('waves_by_cutoff').on(t.status, t.cutoffAt),
    check('waves_not_overbooked', sql`${t.bookedDrops} between 0 and ${t.capacityDrops}`),
  ],
)

import { sharingRuleNames } from '#app/domain/delivery/sharing-rule.ts'
import { fen, id, index, instant, oneOf, primaryKey, table, text, uniqueIndex, whole } from '#db/dialect/index.ts'
import { farms } from './catalog.ts'
import { waves } from './network.ts'

/** By which rule the farms of a wave share what it cost: agreed beforehand, from a day on, the newest that has begun counts. */
export const sharingRules = table(
  'sharing_rules',
  {
    id: id('id').primaryKey(),
    rule: oneOf('rule', [...sharingRuleNames]).notNull(),
    fromOn: text('from_on').notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
    status: oneOf('status', ['proposed', 'agreed', 'declined']).notNull(),
  },
  (t) => [index('sharing_rules_by_day').on(t.status, t.fromOn)],
)

/** What a wave cost as it was driven and how the farms shared it. Written once, when the wave is reckoned. */
export const waveCosts = table('wave_costs', {
  waveId: id('wave_id')
    .primaryKey()
    .references(() => waves.id),
  rule: oneOf('rule', [...sharingRuleNames]).notNull(),
  firstMileFen: fen('first_mile_fen').notNull(),
  lastMileFen: fen('last_mile_fen').notNull(),
  /** the customers' delivery fees of its orders, less what was refunded of them */
  feesFen: fen('fees_fen').notNull(),
  leadersFen: fen('leaders_fen').notNull(),
  directFen: fen('direct_fen').notNull(),
  orders: whole('orders').notNull(),
  /** joint plans that were reckoned; for a sampled Shapley value, 95 % of a farm's share lies within `errorFen` of what is stated */
  samples: whole('samples').notNull(),
  errorFen: fen('error_fen').notNull(),
  reckonedAt: instant('reckoned_at').notNull(),
})

/** A farm's part of one wave: the shares of a wave add up to its cost, to the fen. */
export const waveFarmShares = table(
  'wave_farm_shares',
  {
    waveId: text('wave_id')
      .notNull()
      .references(() => waves.id),
    farmId: text('farm_id')
      .notNull()
      .references(() => farms.id),
    orders: whole('orders').notNull(),
    parcels: whole('parcels').notNull(),
    weightG: whole('weight_g').notNull(),
    directFen: fen('direct_fen').notNull(),
    /** its share of first and last mile */
    costFen: fen('cost_fen').notNull(),
    /** what the customers' fees left uncovered of it: posted as the farm's freight */
    freightFen: fen('freight_fen').notNull(),
  },
  (t) => [primaryKey({ columns: [t.waveId, t.farmId] }), index('wave_farm_shares_of_farm').on(t.farmId)],
)

/** An address nobody could place on the map: delivered to the middle of its district until the office has answered. */
export const placeQuestions = table(
  'place_questions',
  {
    id: id('id').primaryKey(),
    /** the order whose contact is meant */
    orderId: text('order_id').notNull(),
    askedAt: instant('asked_at').notNull(),
    answeredAt: instant('answered_at'),
    answeredBy: text('answered_by'),
  },
  (t) => [uniqueIndex('place_questions_one_per_order').on(t.orderId), index('place_questions_open').on(t.answeredAt, t.askedAt)],
)

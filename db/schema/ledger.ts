import { check, fen, id, index, instant, oneOf, sql, table, text, uniqueIndex, whole } from '#db/dialect/index.ts'

/**
 * An account of money.md's chart, `code` or `code:party`. Parties' accounts keep their balance
 * (debit positive, by trigger); system accounts are summed, so no hot row serialises anyone.
 */
export const accounts = table(
  'accounts',
  {
    id: id('id').primaryKey(), // '2110:farm_wj', '4010'
    code: text('code').notNull(),
    party: text('party'),
    /** null: summed, not kept */
    balanceFen: fen('balance_fen'),
    /** 'debit' and 'credit' accounts may not cross zero to the other side */
    side: oneOf('side', ['debit', 'credit', 'either']).notNull(),
  },
  (t) => [
    index('accounts_of_party').on(t.party),
    check(
      'accounts_keep_their_side',
      sql`${t.balanceFen} is null or ${t.side} = 'either' or (${t.side} = 'debit' and ${t.balanceFen} >= 0) or (${t.side} = 'credit' and ${t.balanceFen} <= 0)`,
    ),
  ],
)

export const periods = table('periods', {
  id: id('id').primaryKey(), // '2026-11'
  closedAt: instant('closed_at'),
  closedBy: text('closed_by'),
})

/**
 * One business day's rows under one SHA-256, chained to the day before; a changed row breaks every later seal. A sealed day
 * takes no more postings, by trigger.
 */
export const seals = table('seals', {
  day: id('day').primaryKey(), // YYYY-MM-DD, Asia/Shanghai
  previousDay: text('previous_day'),
  hash: text('hash').notNull(),
  postings: whole('postings').notNull(),
  transfers: whole('transfers').notNull(),
  movedFen: fen('moved_fen').notNull(),
  sealedAt: instant('sealed_at').notNull(),
})

/** A set of transfers that stands or falls together, named by its business event. */
export const postings = table(
  'postings',
  {
    key: id('key').primaryKey(),
    bodyHash: text('body_hash').notNull(),
    event: text('event').notNull(),
    orderId: text('order_id'),
    period: text('period').notNull(),
    reverses: text('reverses'),
    effectiveAt: instant('effective_at').notNull(),
    postedAt: instant('posted_at').notNull(),
  },
  (t) => [
    index('postings_of_order').on(t.orderId),
    uniqueIndex('postings_reversed_once').on(t.reverses),
    /** a day is sealed in this order, a page at a time */
    index('postings_in_time').on(t.postedAt, t.key),
  ],
)

/** Append-only, by trigger. One debit, one credit, a positive amount. */
export const transfers = table(
  'transfers',
  {
    /** ascending with `postedAt`: pages of a statement, and its months, are keyset pages over it */
    id: id('id').primaryKey(),
    postingKey: text('posting_key')
      .notNull()
      .references(() => postings.key),
    position: whole('position').notNull(),
    debit: text('debit')
      .notNull()
      .references(() => accounts.id),
    credit: text('credit')
      .notNull()
      .references(() => accounts.id),
    amountFen: fen('amount_fen').notNull(),
    lineId: text('line_id'),
    postedAt: instant('posted_at').notNull(),
  },
  (t) => [
    /** with the amount, so that a system account is summed in the index alone */
    index('transfers_by_debit').on(t.debit, t.id, t.amountFen),
    index('transfers_by_credit').on(t.credit, t.id, t.amountFen),
    index('transfers_of_posting').on(t.postingKey, t.position),
    check('transfers_amount_positive', sql`${t.amountFen} > 0`),
    check('transfers_two_accounts', sql`${t.debit} <> ${t.credit}`),
  ],
)

/**
 * A reversal by hand above what one person may decide: proposed by one, confirmed by another, which the database holds them to.
 * At most one of a posting is open at a time; what it entered into the books is the posting that names this one.
 */
export const reversals = table(
  'reversals',
  {
    id: id('id').primaryKey(),
    postingKey: text('posting_key')
      .notNull()
      .references(() => postings.key),
    /** what the posting moved */
    amountFen: fen('amount_fen').notNull(),
    reason: text('reason').notNull(),
    status: oneOf('status', ['proposed', 'confirmed', 'declined']).notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (t) => [
    uniqueIndex('reversals_one_open').on(t.postingKey).where(sql`${t.status} = 'proposed'`),
    index('reversals_by_status').on(t.status, t.proposedAt),
    check('reversals_amount', sql`${t.amountFen} > 0`),
    check('reversals_by_two', sql`${t.status} <> 'confirmed' or (${t.decidedBy} is not null and ${t.decidedBy} <> ${t.proposedBy})`),
  ],
)

/**
 * Versioned agreements, made beforehand; what stands here is copied onto a line when it is placed. '' means all. The narrowest
 * that is agreed and in force is taken whole, none are mixed: product > category > producer > home type, where naming more
 * (a producer's category) stands before naming only the narrowest of it. Of one scope the one that began last holds.
 */
export const commissionTerms = table(
  'commission_terms',
  {
    id: id('id').primaryKey(),
    homeType: oneOf('home_type', ['alliance', 'farm', 'leader']).notNull(),
    /** a farm's id, a category, a product's id; '' for all */
    producerId: text('producer_id').notNull().default(''),
    category: text('category').notNull().default(''),
    productId: text('product_id').notNull().default(''),
    effectiveFrom: instant('effective_from').notNull(),
    /** null: until a later one takes its place */
    effectiveUntil: instant('effective_until'),
    distributionBp: whole('distribution_bp').notNull(),
    leaderBp: whole('leader_bp').notNull(),
    serviceBp: whole('service_bp').notNull(),
    vatInServiceBp: whole('vat_in_service_bp').notNull(),
    brandBp: whole('brand_bp').notNull(),
    reserveFenPerKg: whole('reserve_fen_per_kg').notNull(),
    leaderSavingBp: whole('leader_saving_bp').notNull(),
    /** S1: both or neither; null leaves the product's own floor terms as they are */
    floorFenPerKg: fen('floor_fen_per_kg'),
    premiumShareBp: whole('premium_share_bp'),
    status: oneOf('status', ['proposed', 'agreed', 'withdrawn']).notNull().default('agreed'),
    proposedBy: text('proposed_by').notNull().default('founding'),
    /** who agreed, and when; '' while it is proposed */
    agreedBy: text('agreed_by').notNull(),
    agreedAt: instant('agreed_at'),
  },
  (t) => [
    uniqueIndex('commission_terms_once')
      .on(t.homeType, t.producerId, t.category, t.productId, t.effectiveFrom)
      .where(sql`${t.status} <> 'withdrawn'`),
    index('commission_terms_by_status').on(t.status, t.effectiveFrom),
  ],
)

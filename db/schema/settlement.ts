import { check, fen, id, index, instant, oneOf, primaryKey, sql, table, text, uniqueIndex, whole } from '#db/dialect/index.ts'
import { farms } from './catalog.ts'

/** One period's reckoning with farms and leaders: drafted, reviewed, approved by a second person, paid. Days in Asia/Shanghai. */
export const settlements = table(
  'settlements',
  {
    id: id('id').primaryKey(), // 'settlement_2026-W47'
    period: text('period').notNull(), // '2026-W47'
    fromOn: text('from_on').notNull(),
    /** not included */
    untilOn: text('until_on').notNull(),
    status: oneOf('status', ['draft', 'in_review', 'approved', 'paid']).notNull(),
    draftedBy: text('drafted_by').notNull(),
    draftedAt: instant('drafted_at').notNull(),
    reviewedBy: text('reviewed_by'),
    reviewedAt: instant('reviewed_at'),
    approvedBy: text('approved_by'),
    approvedAt: instant('approved_at'),
    paidAt: instant('paid_at'),
  },
  (t) => [uniqueIndex('settlements_one_per_period').on(t.period), index('settlements_by_status').on(t.status)],
)

/** One party's line: gross − fees − freight ± adjustments = net, then what is held, brought forward and withheld. */
export const settlementLines = table(
  'settlement_lines',
  {
    settlementId: text('settlement_id')
      .notNull()
      .references(() => settlements.id),
    partyType: oneOf('party_type', ['farm', 'leader']).notNull(),
    partyId: text('party_id').notNull(),
    grossFen: fen('gross_fen').notNull(),
    feesFen: fen('fees_fen').notNull(),
    freightFen: fen('freight_fen').notNull(),
    commissionFen: fen('commission_fen').notNull(),
    adjustmentsFen: fen('adjustments_fen').notNull(),
    /** = gross − fees − freight + commission + adjustments: what moves to payable */
    netFen: fen('net_fen').notNull(),
    /** already payable or owed before this period; negative is netted now, visibly */
    broughtForwardFen: fen('brought_forward_fen').notNull(),
    /** of orders in dispute */
    heldFen: fen('held_fen').notNull(),
    taxFen: fen('tax_fen').notNull(),
    /** 0 when nothing is left to pay */
    payoutFen: fen('payout_fen').notNull(),
    orders: whole('orders').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.settlementId, t.partyType, t.partyId] }),
    index('settlement_lines_of_party').on(t.partyType, t.partyId),
    check('settlement_lines_payout', sql`${t.payoutFen} >= 0`),
    check(
      'settlement_lines_add_up',
      sql`${t.netFen} = ${t.grossFen} - ${t.feesFen} - ${t.freightFen} + ${t.commissionFen} + ${t.adjustmentsFen}`,
    ),
  ],
)

/** Where a farm or leader is paid. One is current: the newest. */
export const payoutAccounts = table(
  'payout_accounts',
  {
    id: id('id').primaryKey(),
    partyType: oneOf('party_type', ['farm', 'leader']).notNull(),
    partyId: text('party_id').notNull(),
    rail: oneOf('rail', ['bank', 'stripe']).notNull(),
    holder: text('holder').notNull(),
    bank: text('bank').notNull(),
    /** the account's number at the bank, or the processor's account id */
    number: text('number').notNull(),
    enteredBy: text('entered_by').notNull(),
    enteredAt: instant('entered_at').notNull(),
  },
  (t) => [index('payout_accounts_of_party').on(t.partyType, t.partyId, t.enteredAt)],
)

/** A file for the bank, kept as sent; its answer is imported once. */
export const payoutBatches = table(
  'payout_batches',
  {
    id: id('id').primaryKey(),
    settlementId: text('settlement_id')
      .notNull()
      .references(() => settlements.id),
    fileHash: text('file_hash').notNull(),
    payouts: whole('payouts').notNull(),
    totalFen: fen('total_fen').notNull(),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    answeredBy: text('answered_by'),
    answeredAt: instant('answered_at'),
  },
  (t) => [index('payout_batches_of_settlement').on(t.settlementId)],
)

/** One attempt to pay one party. `unknown` after a lost answer: looked up, never sent again blind. A rejected one may be tried again. */
export const payouts = table(
  'payouts',
  {
    id: id('id').primaryKey(), // also the idempotency key and transfer group at the processor
    settlementId: text('settlement_id')
      .notNull()
      .references(() => settlements.id),
    partyType: oneOf('party_type', ['farm', 'leader']).notNull(),
    partyId: text('party_id').notNull(),
    attempt: whole('attempt').notNull(),
    rail: oneOf('rail', ['bank', 'stripe']).notNull(),
    accountId: text('account_id')
      .notNull()
      .references(() => payoutAccounts.id),
    amountFen: fen('amount_fen').notNull(),
    status: oneOf('status', ['made', 'sending', 'unknown', 'confirmed', 'rejected']).notNull(),
    batchId: text('batch_id').references(() => payoutBatches.id),
    processorTransferId: text('processor_transfer_id'),
    /** taken back from a confirmed transfer by reversals */
    recoveredFen: fen('recovered_fen').notNull(),
    failure: text('failure'),
    madeAt: instant('made_at').notNull(),
    settledAt: instant('settled_at'),
  },
  (t) => [
    uniqueIndex('payouts_once').on(t.settlementId, t.partyType, t.partyId, t.attempt),
    index('payouts_of_party').on(t.partyType, t.partyId, t.madeAt),
    index('payouts_by_status').on(t.status),
    index('payouts_of_batch').on(t.batchId),
    check('payouts_amount', sql`${t.amountFen} > 0 and ${t.recoveredFen} between 0 and ${t.amountFen}`),
  ],
)

/**
 * What a farm owes and how it ends: paid in by the farm, taken back from a transfer, or borne by the alliance (two persons).
 * At most one of a farm is under way at a time.
 */
export const recoveries = table(
  'recoveries',
  {
    id: id('id').primaryKey(), // also the idempotency key of a reversal at the processor
    /** the form's own key: sent twice, it is one recovery */
    requestKey: text('request_key').notNull(),
    farmId: text('farm_id')
      .notNull()
      .references(() => farms.id),
    kind: oneOf('kind', ['paid_in', 'reversal', 'write_off']).notNull(),
    amountFen: fen('amount_fen').notNull(),
    status: oneOf('status', ['proposed', 'sending', 'done', 'declined', 'failed']).notNull(),
    /** the payout whose transfer is reversed */
    payoutId: text('payout_id').references(() => payouts.id),
    reason: text('reason').notNull(),
    requestedBy: text('requested_by').notNull(),
    requestedAt: instant('requested_at').notNull(),
    /** another person than who asked, for a write-off */
    decidedBy: text('decided_by'),
    settledAt: instant('settled_at'),
  },
  (t) => [
    uniqueIndex('recoveries_one_per_request').on(t.requestKey),
    index('recoveries_of_farm').on(t.farmId, t.requestedAt),
    index('recoveries_by_status').on(t.status),
    check('recoveries_amount', sql`${t.amountFen} > 0`),
  ],
)

/**
 * Money given to the member farms: the second rebate by what each delivered (S1), dividends by shares (S0), and what outsiders
 * paid for the public mark (S2). Who got what stands in the books.
 */
export const surplusShares = table(
  'surplus_shares',
  {
    id: id('id').primaryKey(),
    kind: oneOf('kind', ['second_rebate', 'dividend', 'brand_fund']).notNull(),
    year: text('year').notNull(),
    basis: oneOf('basis', ['weight', 'sales', 'shares']).notNull(),
    totalFen: fen('total_fen').notNull(),
    status: oneOf('status', ['proposed', 'paid', 'declined']).notNull(),
    proposedBy: text('proposed_by').notNull(),
    proposedAt: instant('proposed_at').notNull(),
    decidedBy: text('decided_by'),
    decidedAt: instant('decided_at'),
  },
  (t) => [index('surplus_shares_by_year').on(t.year, t.kind), check('surplus_shares_total', sql`${t.totalFen} > 0`)],
)

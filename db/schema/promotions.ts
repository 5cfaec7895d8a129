import { check, fen, id, index, instant, oneOf, sql, table, text, uniqueIndex, whole } from '#db/dialect/index.ts'

/**
 * So much off, from so much of goods. Funded by the producers it lowers what their lines sold for; funded by the alliance
 * it is a coupon the alliance pays into the order's escrow (5020). Spread over the lines once, when the order is placed.
 */
export const promotions = table(
  'promotions',
  {
    id: id('id').primaryKey(),
    /** typed at checkout, upper case; null applies by itself */
    code: text('code'),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    fundedBy: oneOf('funded_by', ['producers', 'alliance']).notNull(),
    /** either an amount or a rate of the goods */
    amountFen: fen('amount_fen'),
    rateBp: whole('rate_bp'),
    fromGoodsFen: fen('from_goods_fen').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at'),
    /** null: as often as it is asked for */
    usesLeft: whole('uses_left'),
    createdBy: text('created_by').notNull(),
    createdAt: instant('created_at').notNull(),
    stoppedAt: instant('stopped_at'),
  },
  (t) => [
    uniqueIndex('promotions_one_per_code').on(t.code),
    index('promotions_by_start').on(t.startsAt),
    check('promotions_one_measure', sql`(${t.amountFen} is null) <> (${t.rateBp} is null)`),
    check('promotions_rate', sql`${t.rateBp} is null or ${t.rateBp} between 1 and 10000`),
    check('promotions_uses_left', sql`${t.usesLeft} is null or ${t.usesLeft} >= 0`),
  ],
)

import { and, eq, gt, gte, lte, or, type SQL } from 'drizzle-orm'
import { sql } from '#db/dialect/index.ts'
import { lots, presales, variants } from '#db/schema/index.ts'

type Day = string | ReturnType<typeof sql.placeholder> | SQL

/** A forecast is sold while the pre-sale it was opened for is open. */
const isSoldAhead = sql`exists (select 1 from ${presales} where ${presales.lotId} = ${lots.id} and ${presales.status} = 'open')`

/**
 * Lots a customer may still be sold from on that day: something left, not past its best, and harvested, or forecast for an open
 * pre-sale. For a join or a where.
 */
export const sellableOn = (today: string | ReturnType<typeof sql.placeholder>) =>
  and(gt(lots.available, 0), gte(lots.bestBeforeOn, today), or(eq(lots.forecast, false), isSoldAhead))

/** Forecasts from which a part wanted on or after a day can be filled (`bundleParts.notBeforeOn`). For a join or a where. */
export const promisedFor = (day: Day) =>
  and(gt(lots.available, 0), eq(lots.forecast, true), lte(lots.harvestedOn, day), gte(lots.bestBeforeOn, day))

/** Joins a size to its pre-sale while that is open: until the harvest is in, the size is sold from the forecast alone. */
export const isPresoldNow = and(eq(presales.variantId, variants.id), eq(presales.status, 'open'))

/** How many units the joined lots hold together; 0 where there are none. */
export const availableSum = sql<number>`coalesce(sum(${lots.available}), 0)`.mapWith(Number)

import { and, gt, gte } from 'drizzle-orm'
import { sql } from '#db/dialect/index.ts'
import { lots } from '#db/schema/index.ts'

/** Lots a customer may still be sold from on that day: something left, and not past its best. For a join or a where. */
export const sellableOn = (today: string | ReturnType<typeof sql.placeholder>) => and(gt(lots.available, 0), gte(lots.bestBeforeOn, today))

/** How many units the joined lots hold together; 0 where there are none. */
export const availableSum = sql<number>`coalesce(sum(${lots.available}), 0)`.mapWith(Number)

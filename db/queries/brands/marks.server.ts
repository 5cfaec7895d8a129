import { and, eq, gte, isNull, or } from 'drizzle-orm'
import { type Marks, marksOf } from '#app/domain/brands/marks-of.ts'
import type { sql } from '#db/dialect/index.ts'
import { farms, indicationRegistrations, products } from '#db/schema/index.ts'

/** Farms that meet the standard on that day, as `holdsLicence` says it: for a join or a where. */
export const inStandingOn = (today: string | ReturnType<typeof sql.placeholder>) =>
  and(eq(farms.licensed, true), or(isNull(farms.licensedUntilOn), gte(farms.licensedUntilOn, today)))

/** The one registration a product could lie under, to be joined to `products`; whether it covers it is for `readMarks` to say. */
export const ofProduct = and(
  eq(indicationRegistrations.giCode, products.giCode),
  eq(indicationRegistrations.farmId, products.farmId),
  eq(indicationRegistrations.crop, products.crop),
)

/** What the marks of a product hang on: of `products`, and of `farms` and `indicationRegistrations` joined to it. */
export const markColumns = {
  farmId: products.farmId,
  crop: products.crop,
  originZh: products.originZh,
  giCode: products.giCode,
  licensed: farms.licensed,
  licensedUntilOn: farms.licensedUntilOn,
  coveredOriginZh: indicationRegistrations.originZh,
  coveredFromOn: indicationRegistrations.fromOn,
  coveredUntilOn: indicationRegistrations.untilOn,
}
export type MarkRow = {
  farmId: string | null
  crop: string | null
  originZh: string
  giCode: string | null
  licensed: boolean | null
  licensedUntilOn: string | null
  coveredOriginZh: string | null
  coveredFromOn: string | null
  coveredUntilOn: string | null
}

/** The marks of a row that selects `markColumns`. */
export function readMarks(row: MarkRow, today: string): Marks {
  const { farmId, crop, giCode, licensed, licensedUntilOn, coveredOriginZh, coveredFromOn, coveredUntilOn } = row
  const isKnown = farmId !== null && crop !== null && giCode !== null && coveredOriginZh !== null && coveredFromOn !== null
  return marksOf(
    {
      product: row,
      standing: licensed === null ? null : { licensed, licensedUntilOn },
      registrations: isKnown ? [{ giCode, farmId, crop, originZh: coveredOriginZh, fromOn: coveredFromOn, untilOn: coveredUntilOn }] : [],
    },
    today,
  )
}

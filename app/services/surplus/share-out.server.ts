import { shanghaiInstant } from '#app/domain/business-day.ts'
import { type Patronage, shareByPatronage } from '#app/domain/commission/share-by-patronage.ts'
import { brandFundShared, dividendPaid, secondRebate } from '#app/domain/ledger/post-reserve-events.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/connection.ts'
import { findSalesOfYear, findShares, type ShareRow, type Year } from '#db/queries/ordering/surplus.server.ts'

/** A year as its instants in Asia/Shanghai. */
export const yearSpan = (year: string): Year => ({
  from: shanghaiInstant(`${year}-01-01`),
  until: shanghaiInstant(`${Number(year) + 1}-01-01`),
})

export type ShareOut = { farmId: string; measure: number; amountFen: Fen }[]

/**
 * Who would get what: by the weight or the sales of a year, or by shares held, as it stands in the books now. Farms in their
 * usual order; nobody when nobody brought anything.
 */
export async function shareOut(
  db: Pick<Reader, 'select'>,
  { basis, year, totalFen }: Pick<ShareRow, 'basis' | 'year' | 'totalFen'>,
): Promise<ShareOut> {
  const patronage = basis === 'shares' ? await findShares(db) : await patronageOf(db, basis, year)
  const measureOf = new Map(patronage.map(({ farmId, measure }) => [farmId, measure]))
  return shareByPatronage(totalFen, patronage).map((share) => ({ ...share, measure: measureOf.get(share.farmId) ?? 0 }))
}

async function patronageOf(db: Pick<Reader, 'select'>, basis: 'weight' | 'sales', year: string): Promise<Patronage[]> {
  const sold = await findSalesOfYear(db, yearSpan(year))
  return sold.map(({ farmId, weightG, salesFen }) => ({ farmId, measure: basis === 'weight' ? weightG : salesFen }))
}

/** Each kind's own posting: the rebate is a cost of the year, the dividend leaves equity, the brand fund pays out what it took in. */
export const postingOf = { second_rebate: secondRebate, dividend: dividendPaid, brand_fund: brandFundShared } as const

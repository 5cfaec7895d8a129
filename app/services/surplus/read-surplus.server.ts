import { fen } from '#app/domain/money/fen.ts'
import type { Reader } from '#db/connection.ts'
import {
  findAllShares,
  findFarmsByName,
  findGiven,
  findSalesOfYear,
  findShares,
  type ShareRow,
  sumSurplus,
} from '#db/queries/ordering/surplus.server.ts'
import { postingOf, type ShareOut, shareOut, yearSpan } from './share-out.server.ts'

type Db = Pick<Reader, 'select'>

/** The year's surplus, and every share-out with who gets what: as it would be now, or as the books have it once it was paid. */
export async function readSurplus(db: Db, year: string) {
  const [surplusFen, farms, listed] = await Promise.all([sumSurplus(db, yearSpan(year)), findFarmsByName(db), findAllShares(db)])
  const shares = await Promise.all(listed.map(async (row) => ({ ...row, parts: await partsOf(db, row.share) })))
  return { surplusFen, farms, shares }
}

async function partsOf(db: Db, share: ShareRow): Promise<ShareOut> {
  if (share.status !== 'paid') return await shareOut(db, share)
  const { key } = postingOf[share.kind]({ id: share.id, shares: [], at: share.proposedAt })
  const measures = await measuresOf(db, share)
  return (await findGiven(db, key)).map(({ farmId, amountFen }) => ({
    farmId: farmId ?? '',
    amountFen: fen(Number(amountFen)),
    measure: measures.get(farmId ?? '') ?? 0,
  }))
}

async function measuresOf(db: Db, { basis, year }: ShareRow): Promise<Map<string, number>> {
  if (basis === 'shares') return new Map((await findShares(db)).map(({ farmId, measure }) => [farmId, measure]))
  const sold = await findSalesOfYear(db, yearSpan(year))
  return new Map(sold.map(({ farmId, weightG, salesFen }) => [farmId, basis === 'weight' ? weightG : salesFen]))
}

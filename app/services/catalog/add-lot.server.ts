import { lotId } from '#app/domain/catalog/catalog-ids.ts'
import type { LotFields } from '#app/domain/catalog/product-row.ts'
import { forecastOfHarvest } from '#app/domain/catalog/sold-ahead.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { findForecasts, lockSize } from '#db/queries/ahead/presales.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { markChanged } from '#db/queries/farm/listing-writes.server.ts'
import { findLot, findOwnSize, insertLot } from '#db/queries/farm/product-writes.server.ts'

/**
 * `lot_exists`: this size has a harvest of that day already; its stock is set on the grid. `promised_ahead`: it is the harvest of a
 * forecast, by a running pre-sale or for a date of an adoption, and is confirmed there.
 */
export type AddLotRefusal =
  | { code: 'not_found' }
  | { code: 'lot_exists' }
  | { code: 'promised_ahead'; forecastId: string; by: 'presale' | 'adoption' }

/**
 * Adds a harvest of one size, all of it to be sold. While the size is sold ahead its harvest belongs to those who ordered it: it
 * confirms the forecast instead of being sold once more beside it. Adding the very same again changes nothing.
 */
export function addLot(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, variantId, lot, now }: { farmId: string; userId: string; variantId: string; lot: LotFields; now: Date },
): Promise<Result<{ lotId: string }, AddLotRefusal>> {
  return transact(async (tx) => {
    const size = await findOwnSize(tx, { farmId, variantId })
    if (size === null) return refuse({ code: 'not_found' })
    await lockSize(tx, variantId)
    const id = lotId(size.code, lot.harvestedOn)
    const forecasts = await findForecasts(tx, { farmId, variantIds: [variantId] })
    const promised = forecastOfHarvest({ variantId, lotId: id }, forecasts)
    if (promised) return refuse({ code: 'promised_ahead', forecastId: promised.lotId, by: promised.isPresold ? 'presale' : 'adoption' })
    const { harvestedOn, bestBeforeOn, quantity } = lot
    if (!(await insertLot(tx, { id, farmId, variantId, harvestedOn, bestBeforeOn, available: quantity, held: 0, sold: 0 }))) {
      const known = await findLot(tx, id)
      const same = known?.bestBeforeOn === bestBeforeOn && known.available + known.held + known.sold === quantity
      return same ? accept({ lotId: id }) : refuse({ code: 'lot_exists' })
    }
    await markChanged(tx, [size.productId], now)
    await insertAuditEntry(tx, { actorId: userId, actsFor: farmId, action: 'lot_added', subject: id, detail: { quantity }, at: now })
    return accept({ lotId: id })
  })
}

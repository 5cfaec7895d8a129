import { addDays, businessDay } from '#app/domain/business-day.ts'
import { lotId } from '#app/domain/catalog/catalog-ids.ts'
import { horizonDays, soldAheadOn, waveWithinDays } from '#app/domain/catalog/sold-ahead.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { isPromised } from '#db/queries/ahead/forecasts.server.ts'
import * as ahead from '#db/queries/ahead/presales.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { markChanged } from '#db/queries/farm/listing-writes.server.ts'
import { insertLot } from '#db/queries/farm/product-writes.server.ts'
import { openWavesFrom } from './open-waves-ahead.server.ts'

export type NewPresale = {
  variantId: string
  harvestFromOn: string
  harvestToOn: string
  /** how long it is good after the last day of the harvest */
  keepsDays: number
  forecast: number
  promised: number
  noteZh: string
  noteEn: string
}

/** `no_wave`: nobody is delivered to in the days after the harvest. `still_in_stock`: what is harvested is sold first. */
export type OpenPresaleRefusal =
  | { code: 'not_found' }
  | { code: 'still_in_stock'; onHand: number }
  | { code: 'open_already' }
  | { code: 'promised_already' }
  | { code: 'lot_exists' }
  | { code: 'not_ahead' }
  | { code: 'too_far_ahead'; untilOn: string }
  | { code: 'more_than_forecast' }
  | { code: 'no_wave' }

/**
 * A farm sells one of its sizes ahead of its harvest: what it promises becomes a lot that is only forecast. Until the harvest is in,
 * the size is sold from that forecast alone and comes in a wave after the harvest began. Opening the very same again changes nothing.
 */
export function openPresale(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, presale, now }: { farmId: string; userId: string; presale: NewPresale; now: Date },
): Promise<Result<{ lotId: string }, OpenPresaleRefusal>> {
  return transact(async (tx) => {
    await ahead.lockSize(tx, presale.variantId)
    const today = businessDay(now)
    const { variantId, harvestFromOn, harvestToOn, forecast, promised, noteZh, noteEn } = presale
    const size = (await ahead.findSizesToPresell(tx, { farmId, today })).find((one) => one.variantId === variantId)
    if (!size) return refuse({ code: 'not_found' })
    if (promised > forecast) return refuse({ code: 'more_than_forecast' })
    if (harvestFromOn <= today || harvestToOn < harvestFromOn) return refuse({ code: 'not_ahead' })
    const untilOn = addDays(today, horizonDays)
    if (harvestFromOn > untilOn) return refuse({ code: 'too_far_ahead', untilOn })
    const id = lotId(size.code, harvestFromOn)
    const known = await ahead.findPresale(tx, variantId)
    if (known?.status === 'open' || known?.status === 'closed') {
      const same = known.lotId === id && known.forecast === forecast && known.promised === promised && known.status === 'open'
      return same ? accept({ lotId: id }) : refuse({ code: 'open_already' })
    }
    if (await isPromised(tx, { variantId, today })) return refuse({ code: 'promised_already' })
    if (size.onHand > 0) return refuse({ code: 'still_in_stock', onHand: size.onHand })
    const fromOn = soldAheadOn(harvestFromOn)!
    await openWavesFrom(tx, fromOn)
    if (!(await ahead.isDeliveredBetween(tx, { fromOn, untilOn: addDays(fromOn, waveWithinDays - 1) }))) return refuse({ code: 'no_wave' })
    const bestBeforeOn = addDays(harvestToOn, presale.keepsDays)
    const lot = { id, farmId, variantId, harvestedOn: harvestFromOn, bestBeforeOn, available: promised, held: 0, sold: 0, forecast: true }
    if (!(await insertLot(tx, lot))) return refuse({ code: 'lot_exists' })
    const row = { harvestFromOn, harvestToOn, forecast, promised, noteZh, noteEn, status: 'open' as const, openedAt: now }
    await ahead.openPresaleRow(tx, { variantId, lotId: id, ...row })
    await markChanged(tx, [size.productId], now)
    const detail = { lotId: id, harvestFromOn, harvestToOn, forecast, promised }
    await insertAuditEntry(tx, { actorId: userId, actsFor: farmId, action: 'presale_opened', subject: variantId, detail, at: now })
    return accept({ lotId: id })
  })
}

import type { PriceTier } from '#app/domain/catalog/product-row.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { replacePriceTiers } from '#db/queries/catalog/catalog-writes.server.ts'
import { findOwnSize, findSteps } from '#db/queries/farm/product-writes.server.ts'

/** `not_below_price`: the retail price has come down to a step since the form was shown. */
export type StepRefusal = { code: 'not_found' } | { code: 'not_below_price' }

/** A size's step prices for leaders become exactly these, lowest quantity first; none is allowed. Orders placed keep theirs. */
export function setStepPrices(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, variantId, steps, now }: { farmId: string; userId: string; variantId: string; steps: readonly PriceTier[]; now: Date },
): Promise<Result<{ changed: boolean }, StepRefusal>> {
  return transact(async (tx) => {
    const size = await findOwnSize(tx, { farmId, variantId })
    if (size === null) return refuse({ code: 'not_found' })
    if (steps.some(({ priceFen }) => priceFen >= size.priceFen)) return refuse({ code: 'not_below_price' })
    const before = await findSteps(tx, variantId)
    if (JSON.stringify(before) === JSON.stringify(steps)) return accept({ changed: false })
    await replacePriceTiers(
      tx,
      [variantId],
      steps.map(({ quantity, priceFen }) => ({ variantId, minQuantity: quantity, priceFen })),
    )
    await insertAuditEntry(tx, {
      actorId: userId,
      actsFor: farmId,
      action: 'steps_set',
      subject: variantId,
      detail: { before, after: steps },
      at: now,
    })
    return accept({ changed: true })
  })
}

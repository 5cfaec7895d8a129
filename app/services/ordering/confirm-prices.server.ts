import { businessDay } from '#app/domain/business-day.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { findBasketLines } from '#db/queries/ordering/basket.server.ts'
import { setSeenPrice } from '#db/queries/ordering/basket-writes.server.ts'
import { findBasket } from '#db/queries/ordering/placement.server.ts'

/** A price the customer was shown, fen. */
export type ShownPrice = { variantId: string; priceFen: number }

/**
 * The customer agrees to the prices they were shown. A price that has moved again since is not agreed to: its line goes on
 * asking. Lines that are no longer there are left out.
 */
export function confirmPrices(
  { transact }: Pick<Database, 'transact'>,
  { basketId, customerId, shown, now }: { basketId: string; customerId: string | null; shown: readonly ShownPrice[]; now: Date },
): Promise<Result<{ confirmed: number }, { code: 'basket_gone' }>> {
  return transact(async (tx) => {
    if (!(await findBasket(tx, { basketId, customerId }))) return refuse({ code: 'basket_gone' })
    const told = new Map(shown.map(({ variantId, priceFen }) => [variantId, priceFen]))
    const lines = await findBasketLines(tx, basketId, businessDay(now))
    const agreed = lines.filter((line) => line.priceFen !== line.seenPriceFen && told.get(line.variantId) === line.priceFen)
    for (const { variantId, priceFen } of agreed) await setSeenPrice(tx, { basketId, variantId, priceFen })
    return accept({ confirmed: agreed.length })
  })
}

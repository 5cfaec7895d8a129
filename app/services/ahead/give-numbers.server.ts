import { freeNumbers } from '#app/domain/catalog/adoption-dates.ts'
import type { Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import * as writes from '#db/queries/ahead/adoption-writes.server.ts'

/** An order is confirmed: who adopts in it gets a number of each, the lowest that is free. How many there are, their forecasts bound. */
export async function giveNumbers(tx: Tx, { orderId, now }: { orderId: string; now: Date }): Promise<void> {
  for (const { offerId, quantity, customerId } of await writes.findAdopting(tx, { orderId })) {
    const numbers = freeNumbers(await writes.lockNumbers(tx, offerId), quantity)
    const plain = { offerId, orderId, customerId, nickname: '', adoptedAt: now }
    await writes.insertAdoptions(
      tx,
      numbers.map((number) => ({ id: newId('ado'), number, ...plain })),
    )
  }
}

/** Lines of an order were cancelled: an adoption of which nothing is to come any more is over, and its number free. */
export async function freeNumbersOf(tx: Tx, { orderId, now }: { orderId: string; now: Date }): Promise<void> {
  const over: string[] = []
  for (const { id, variantId } of await writes.findRunning(tx, orderId)) {
    if (!(await writes.isStillWanted(tx, { orderId, variantId }))) over.push(id)
  }
  if (over.length > 0) await writes.endAdoptions(tx, { ids: over, at: now })
}

import { doubtOrigin, type NetworkNames } from '#app/domain/brands/doubt-origin.ts'
import { coversProduct } from '#app/domain/brands/marks-of.ts'
import { businessDay } from '#app/domain/business-day.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Tx } from '#db/connection.ts'
import * as rows from '#db/queries/brands/origins.server.ts'

const productsAtOnce = 200
/** Every district of the network lies there. */
const districtsLieIn = '四川成都'

/**
 * Notes on these products which of their own words names another origin, or that none does any more. To be called in the transaction
 * that writes their texts, their origin, or the registrations they lie under. A word the office let stand stays let.
 */
export async function weighOrigins(tx: Tx, productIds: readonly string[], now: Date): Promise<void> {
  if (productIds.length === 0) return
  const { places, indications } = await rows.findBorrowableNames(tx)
  const network: NetworkNames = { places: places.map((place) => ({ ...place, inZh: districtsLieIn })), indications }
  for (const ids of chunksOf([...new Set(productIds)], productsAtOnce)) await weigh(tx, await rows.findOwnWords(tx, ids), network, now)
}

async function weigh(tx: Tx, products: readonly rows.OwnWords[], network: NetworkNames, now: Date): Promise<void> {
  const today = businessDay(now)
  const farmIds = [...new Set(products.flatMap(({ farmId }) => farmId ?? []))]
  const registrationsOf = groupBy(await rows.findRegistrationsOf(tx, farmIds), ({ farmId }) => farmId)
  for (const product of products) {
    const registered = (registrationsOf.get(product.farmId ?? '') ?? []).filter((one) => coversProduct(one, product, today))
    const doubt = doubtOrigin({ ...product, registered: new Set(registered.map(({ giCode }) => giCode)) }, network)
    const isLet = doubt !== null && (await rows.findClearedWords(tx, product.id)).includes(doubt.word)
    const word = isLet ? null : (doubt?.word ?? null)
    if (word !== product.originDoubt) await rows.setOriginDoubt(tx, { productId: product.id, word })
  }
}

import { invariant } from '#app/domain/invariant.ts'
import { composeBundle } from '#app/domain/ordering/compose-bundle.ts'
import type { Tx } from '#db/connection.ts'
import { findBundlesWith, findComposition, setComposed } from '#db/queries/bundles/bundle-writes.server.ts'
import { markChanged } from '#db/queries/farm/listing-writes.server.ts'

/**
 * What a bundle costs and weighs follows from its parts: to be called in the transaction that changes what a size costs or weighs.
 * Baskets keep the price their customer saw and ask; orders keep theirs.
 */
export async function keepBundlesComposed(tx: Tx, { partIds, now }: { partIds: readonly string[]; now: Date }): Promise<void> {
  if (partIds.length === 0) return
  for (const bundleId of await findBundlesWith(tx, partIds)) await composeAnew(tx, bundleId, now)
}

/** @throws {InvariantError} on a size that is no bundle, or an empty one */
export async function composeAnew(tx: Tx, bundleId: string, now: Date): Promise<void> {
  const bundle = await findComposition(tx, bundleId)
  invariant(bundle && bundle.parts.length > 0, `${bundleId} is not made of anything`)
  await setComposed(tx, bundleId, composeBundle(bundle.parts, bundle.offBp))
  await markChanged(tx, [bundle.productId], now)
}

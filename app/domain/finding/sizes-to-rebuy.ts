type Size = { variantId: string; quantity: number }

/**
 * What has to go into a basket to buy an order again: its bundles as bundles, and of its lines what did not come out of those.
 * A line that a bundle's parts (as they are today) more than explain is left to the bundle.
 */
export function sizesToRebuy<Of extends Size>(ordered: {
  lines: readonly Of[]
  bundles: readonly Of[]
  parts: readonly { bundleId: string; variantId: string; units: number }[]
}): Of[] {
  const countOf = new Map(ordered.bundles.map(({ variantId, quantity }) => [variantId, quantity]))
  const inBundles = new Map<string, number>()
  for (const { bundleId, variantId, units } of ordered.parts) {
    inBundles.set(variantId, (inBundles.get(variantId) ?? 0) + units * (countOf.get(bundleId) ?? 0))
  }
  const alone = ordered.lines.map((line) => ({ ...line, quantity: line.quantity - (inBundles.get(line.variantId) ?? 0) }))
  return [...ordered.bundles, ...alone.filter(({ quantity }) => quantity > 0)]
}

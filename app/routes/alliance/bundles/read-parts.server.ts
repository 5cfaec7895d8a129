import { soldAheadOn } from '#app/domain/catalog/sold-ahead.ts'
import { weighPart } from '#app/domain/catalog/weigh-part.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { db } from '#app/http/runtime.server.ts'
import type { BundleToChange } from '#db/queries/bundles/bundle-desk.server.ts'
import { findPartHarvests, findPresoldFrom } from '#db/queries/bundles/part-harvests.server.ts'

/** Each part of a bundle as the office has to know it: from when it can be had, from which harvests, and whether there is enough for one. */
export async function readParts({ parts }: Pick<BundleToChange, 'parts'>, today: string) {
  const variantIds = [...new Set(parts.map(({ variantId }) => variantId))]
  const { reader } = db()
  const [harvests, presold] = await Promise.all([findPartHarvests(reader, { variantIds, today }), findPresoldFrom(reader, variantIds)])
  const harvestsOf = groupBy(harvests, ({ variantId }) => variantId)
  return parts.map(({ variantId, units, isListed, notBeforeOn, ...part }) => {
    const ofPart = harvestsOf.get(variantId) ?? []
    const fromOn = notBeforeOn ?? soldAheadOn(presold.get(variantId) ?? null)
    const { nameZh, nameEn, sizeZh, sizeEn, code } = part
    return {
      ...{ variantId, code, nameZh, nameEn, sizeZh, sizeEn, units, fromOn },
      harvests: ofPart,
      standing: weighPart({ units, fromOn, isListed }, ofPart, today),
    }
  })
}

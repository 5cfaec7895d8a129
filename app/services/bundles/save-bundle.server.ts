import { productSlug } from '#app/domain/catalog/product-slug.ts'
import { invariant } from '#app/domain/invariant.ts'
import { fen } from '#app/domain/money/fen.ts'
import type { BundlePicture } from '#app/domain/ordering/compose-bundle.ts'
import { mostOffBp } from '#app/domain/pricing/bundle-price.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { indexProducts } from '#app/services/catalog/index-product.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import * as writes from '#db/queries/bundles/bundle-writes.server.ts'
import { composeAnew } from './keep-bundles-composed.server.ts'

export type BundleFields = {
  nameZh: string
  nameEn: string
  textZh: string
  textEn: string
  sizeZh: string
  sizeEn: string
  /** what it costs less than its parts, 0–5000 */
  offBp: number
  /** which drawing it has */
  picture: BundlePicture
  /** in the order they are shown */
  parts: readonly { variantId: string; units: number }[]
}

/** `part_gone`: off the shelf meanwhile, or a bundle itself. */
export type SaveBundleRefusal = { code: 'part_gone'; variantIds: string[] } | { code: 'not_found' }

type SaveBundle = {
  /** the form's own for a new bundle, lower case letters, digits and dashes: sent twice it is one bundle */
  key: string
  bundle: BundleFields
  userId: string
  now: Date
}

const idsOf = (key: string) => ({ productId: `prd_box-${key}`, variantId: `var_box-${key}` })

/** Composes a new bundle of several farms' sizes; it stands off the shelf until it is put there. It belongs to no farm. */
export function createBundle(
  { transact }: Pick<Database, 'transact'>,
  { key, bundle, userId, now }: SaveBundle,
): Promise<Result<{ productId: string }, SaveBundleRefusal>> {
  const { productId, variantId } = idsOf(key)
  return transact(async (tx) => {
    if ((await writes.findComposition(tx, variantId)) !== null) return accept({ productId })
    const checked = await checkParts(tx, bundle)
    if (!checked.ok) return checked
    const { nameZh, nameEn, textZh, textEn, sizeZh, sizeEn, picture: crop, offBp } = bundle
    const code = `BOX-${key.toUpperCase()}`
    await writes.insertProduct(tx, {
      ...{ id: productId, code, slug: productSlug(nameEn, code), farmId: null, kind: 'bundle', category: 'boxes' },
      ...{ nameZh, nameEn, textZh, textEn, originZh: '四川', originEn: 'Sichuan', crop, giCode: null },
      ...{ certifications: [], seasonFrom: null, seasonTo: null, floorFenPerKg: null, premiumShareBp: null },
      ...{ status: 'off', listedAt: now, changedAt: now },
    })
    await writes.insertSize(tx, {
      ...{ id: variantId, productId, code, nameZh: sizeZh, nameEn: sizeEn, position: 0, status: 'listed' },
      ...{ priceFen: fen(1), netWeightG: 1, grossWeightG: 1, volumeMl: 1, storage: 'ambient', bulkMin: null },
    })
    await writes.insertBundle(tx, { variantId, offBp })
    await fillAndNote(tx, { action: 'bundle_created', productId, variantId, bundle, userId, now })
    return accept({ productId })
  })
}

/** Says anew what is in a bundle and what it is called. Orders keep what they were placed with. */
export function changeBundle(
  { transact }: Pick<Database, 'transact'>,
  { productId, variantId, bundle, userId, now }: { productId: string; variantId: string } & Omit<SaveBundle, 'key'>,
): Promise<Result<{ productId: string }, SaveBundleRefusal>> {
  return transact(async (tx) => {
    const checked = await checkParts(tx, bundle)
    if (!checked.ok) return checked
    const { nameZh, nameEn, textZh, textEn, sizeZh, sizeEn, picture: crop, offBp } = bundle
    const known = await writes.findComposition(tx, variantId)
    const texts = { nameZh, nameEn, textZh, textEn, crop, changedAt: now }
    if (known?.productId !== productId || !(await writes.updateBundleProduct(tx, productId, texts))) return refuse({ code: 'not_found' })
    await writes.renameSize(tx, { id: variantId, nameZh: sizeZh, nameEn: sizeEn })
    await writes.updateBundle(tx, { variantId, offBp })
    await fillAndNote(tx, { action: 'bundle_changed', productId, variantId, bundle, userId, now })
    return accept({ productId })
  })
}

type Filled = Omit<SaveBundle, 'key'> & { action: 'bundle_created' | 'bundle_changed'; productId: string; variantId: string }

/** What a new bundle and a changed one have in common: its parts, what follows from them, how it is found, and who did it. */
async function fillAndNote(tx: Tx, { action, productId, variantId, bundle, userId, now }: Filled) {
  await writes.replaceParts(tx, variantId, bundle.parts)
  await composeAnew(tx, variantId, now)
  await indexProducts(tx, [productId])
  await insertAuditEntry(tx, { actorId: userId, actsFor: 'alliance', action, subject: productId, detail: { ...bundle }, at: now })
}

async function checkParts(tx: Tx, { parts, offBp }: BundleFields): Promise<Result<null, SaveBundleRefusal>> {
  invariant(parts.length > 0 && offBp >= 0 && offBp <= mostOffBp, 'a bundle has parts and costs at least half of them')
  const wanted = parts.map(({ variantId }) => variantId)
  const possible = new Set(await writes.findPossibleParts(tx, wanted))
  const variantIds = wanted.filter((id) => !possible.has(id))
  return variantIds.length > 0 ? refuse({ code: 'part_gone', variantIds }) : accept(null)
}

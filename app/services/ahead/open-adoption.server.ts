import { businessDay } from '#app/domain/business-day.ts'
import { type AdoptionKind, type DatesProblem, datesProblem, harvestsFor } from '#app/domain/catalog/adoption-dates.ts'
import { productSlug } from '#app/domain/catalog/product-slug.ts'
import { fen } from '#app/domain/money/fen.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { composeAnew } from '#app/services/bundles/keep-bundles-composed.server.ts'
import { indexProducts } from '#app/services/catalog/index-product.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import * as offers from '#db/queries/ahead/farm-adoptions.server.ts'
import { isPromised } from '#db/queries/ahead/forecasts.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { insertBundle, insertProduct, insertSize } from '#db/queries/bundles/bundle-writes.server.ts'
import { insertLot, isLicensed } from '#db/queries/farm/product-writes.server.ts'
import { openWavesFrom } from './open-waves-ahead.server.ts'

export type NewAdoption = {
  kind: AdoptionKind
  nameZh: string
  nameEn: string
  textZh: string
  textEn: string
  sizeZh: string
  sizeEn: string
  whereZh: string
  whereEn: string
  places: number
  /** what it brings: `units` of one of the farm's sizes on each date */
  partVariantId: string
  units: number
  /** earliest first */
  datesOn: readonly string[]
  /** what it costs less than its parts, 0–5000 */
  offBp: number
}

export type OpenAdoptionRefusal = { code: 'not_licensed' } | { code: 'part_gone' } | { code: 'promised_already' } | { code: DatesProblem }

type OpenAdoption = {
  farmId: string
  userId: string
  /** the form's own, lower case letters, digits and dashes: sent twice it is one offer */
  key: string
  adoption: NewAdoption
  now: Date
}

/**
 * A farm offers trees, hens or plots for a season: a product whose one size is made of dated parts, a forecast for each date, and
 * waves to bring them. How many can still be adopted is what the scarcest date has left.
 */
export function openAdoption(
  { transact }: Pick<Database, 'transact'>,
  { farmId, userId, key, adoption, now }: OpenAdoption,
): Promise<Result<{ offerId: string }, OpenAdoptionRefusal>> {
  const offerId = `adopt-${key}`
  return transact(async (tx) => {
    if ((await offers.findOfferById(tx, offerId)) !== null) return accept({ offerId })
    const today = businessDay(now)
    const problem = datesProblem(adoption.datesOn, today)
    if (problem !== null) return refuse({ code: problem })
    if (!(await isLicensed(tx, { farmId, today }))) return refuse({ code: 'not_licensed' })
    const part = await offers.findPartOfOffer(tx, { farmId, variantId: adoption.partVariantId })
    if (part === null) return refuse({ code: 'part_gone' })
    if (await isPromised(tx, { variantId: part.variantId, today })) return refuse({ code: 'promised_already' })
    await putOnShelf(tx, { offerId, farmId, adoption, of: part.product, now })
    await forecastDates(tx, { offerId, farmId, adoption })
    const { kind, places, datesOn } = adoption
    const detail = { kind, places, datesOn: [...datesOn] }
    await insertAuditEntry(tx, { actorId: userId, actsFor: farmId, action: 'adoption_opened', subject: offerId, detail, at: now })
    return accept({ offerId })
  })
}

type Shelf = {
  offerId: string
  farmId: string
  adoption: NewAdoption
  of: NonNullable<Awaited<ReturnType<typeof offers.findPartOfOffer>>>['product']
  now: Date
}

async function putOnShelf(tx: Tx, { offerId, farmId, adoption, of, now }: Shelf): Promise<void> {
  const { nameZh, nameEn, textZh, textEn, sizeZh, sizeEn, whereZh, whereEn, kind, places, offBp, datesOn, units, partVariantId } = adoption
  const { category, crop, originZh, originEn, giCode, certifications } = of
  const productId = `prd_${offerId}`
  const variantId = `var_${offerId}`
  const code = offerId.toUpperCase()
  const season = { seasonFromOn: datesOn[0]!, seasonToOn: datesOn.at(-1)! }
  await insertProduct(tx, {
    ...{ id: productId, code, slug: productSlug(nameEn, code), farmId, kind: 'adoption', category, crop, originZh, originEn, giCode },
    ...{ nameZh, nameEn, textZh, textEn, certifications, floorFenPerKg: null, premiumShareBp: null, status: 'listed' },
    ...{ seasonFrom: Number(season.seasonFromOn.slice(5, 7)), seasonTo: Number(season.seasonToOn.slice(5, 7)) },
    ...{ listedAt: now, changedAt: now },
  })
  await insertSize(tx, {
    ...{ id: variantId, productId, code, nameZh: sizeZh, nameEn: sizeEn, position: 0, status: 'listed' },
    ...{ priceFen: fen(1), netWeightG: 1, grossWeightG: 1, volumeMl: 1, storage: 'ambient', bulkMin: null },
  })
  await insertBundle(tx, { variantId, offBp })
  await offers.insertDatedParts(tx, { variantId, partVariantId, units, datesOn })
  await composeAnew(tx, variantId, now)
  await offers.insertOffer(tx, { id: offerId, productId, farmId, kind, places, ...season, whereZh, whereEn })
  await indexProducts(tx, [productId])
}

async function forecastDates(tx: Tx, { offerId, farmId, adoption }: Pick<Shelf, 'offerId' | 'farmId' | 'adoption'>): Promise<void> {
  const { places, units, datesOn, partVariantId: variantId } = adoption
  for (const [index, harvest] of harvestsFor(datesOn).entries()) {
    const id = `lot_${offerId}_${index + 1}`
    await insertLot(tx, { id, farmId, variantId, ...harvest, available: places * units, held: 0, sold: 0, forecast: true })
    await openWavesFrom(tx, datesOn[index]!)
  }
}

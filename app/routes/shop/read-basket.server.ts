import { businessDay } from '#app/domain/business-day.ts'
import { drawnCrop } from '#app/domain/catalog/drawn-crop.ts'
import { groupBasket, problemOf, subtotalFen } from '#app/domain/ordering/basket-groups.ts'
import { basketIdOf } from '#app/http/basket.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { viewerOf } from '#app/http/viewer.server.ts'
import { quoteOrder } from '#app/services/ordering/quote-order.server.ts'
import { readMarks } from '#db/queries/brands/marks.server.ts'
import { findNetwork } from '#db/queries/network/network.server.ts'
import { type BasketLine, findBasketLines, findOwnBasketId } from '#db/queries/ordering/basket.server.ts'
import { reductionsShown } from './describe-quote.ts'
import { readDishes } from './read-dishes.server.ts'

const dishesShown = 5

/** The reader's basket as it stands today: its lines by delivery day and farm, what is wrong with them, and what it would cost. */
export async function readBasket(request: Request) {
  const carried = basketIdOf(request)
  const viewer = carried === null ? null : await viewerOf(request)
  const basketId = carried === null ? null : await findOwnBasketId(db().reader, { basketId: carried, userId: viewer?.userId ?? null })
  const today = businessDay(now())
  const lines = basketId === null ? [] : await findBasketLines(db().reader, basketId, today)
  const estimate = basketId === null || lines.length === 0 ? null : await estimateDelivery(basketId, lines)
  return {
    groups: groupBasket(lines, estimate?.days ?? new Map()).map(({ deliversOn, farms }) => ({
      deliversOn,
      farms: farms.map(({ items }) => ({ farm: farmOf(items[0]!), lines: items.map((line) => lineOf(line, today)) })),
    })),
    subtotalFen: subtotalFen(lines),
    dishes: await readDishes(
      lines.map(({ crop }) => crop),
      { today, mostMissing: 1, limit: dishesShown },
    ),
    estimate: estimate && {
      trips: estimate.trips,
      zoneZh: estimate.zoneZh,
      zoneEn: estimate.zoneEn,
      deliveryFen: estimate.deliveryFen,
      reductions: estimate.reductions,
      totalFen: estimate.totalFen,
      savedFen: estimate.savedFen,
    },
  }
}

const farmOf = ({ farmSlug, farmCode, farmNameZh, farmNameEn }: BasketLine) =>
  farmSlug && farmCode && farmNameZh && farmNameEn ? { slug: farmSlug, code: farmCode, nameZh: farmNameZh, nameEn: farmNameEn } : null

const lineOf = (line: BasketLine, today: string) => ({
  ...marked(line, today),
  variantId: line.variantId,
  slug: line.slug,
  nameZh: line.nameZh,
  nameEn: line.nameEn,
  variantZh: line.variantZh,
  variantEn: line.variantEn,
  crop: drawnCrop(line.crop),
  category: line.category,
  quantity: line.quantity,
  priceFen: line.priceFen,
  seenPriceFen: line.seenPriceFen,
  netWeightG: line.netWeightG,
  available: line.available,
  parts: line.parts,
  problem: problemOf(line),
})

/** Its picture, and the marks it may show today. */
function marked(line: BasketLine, today: string) {
  const { pictureId, pictureColour, farmCode, farmNameZh, farmNameEn, indicationZh, indicationEn } = line
  const { seal, indication } = readMarks(line.marks, today)
  return {
    picture: pictureId === null ? null : { id: pictureId, colour: pictureColour },
    farm: farmCode && farmNameZh && farmNameEn ? { code: farmCode, nameZh: farmNameZh, nameEn: farmNameEn, licensed: seal } : null,
    indication: indication && indicationZh && indicationEn ? { nameZh: indicationZh, nameEn: indicationEn } : null,
  }
}

/**
 * Without an address yet: to a door in the first zone; a bundle stands under the first day something of it comes. Null while
 * something in the basket cannot be ordered.
 */
async function estimateDelivery(basketId: string, lines: readonly BasketLine[]) {
  const at = now()
  const { reader } = db()
  const { districts, zones } = await findNetwork(reader, at.getTime())
  const zone = zones[0]
  const district = [...districts.values()].find(({ zoneId }) => zoneId === zone?.id)
  if (!zone || !district) return null
  const quote = await quoteOrder(reader, {
    basketId,
    delivery: { kind: 'door', districtId: district.id, street: '', note: '' },
    waveId: null,
    leaderId: null,
    now: at,
  })
  if (!quote.ok || !quote.value.chosen?.plan.ok) return null
  const { parts, waves, price } = quote.value.chosen.plan.value
  const reductions = reductionsShown(quote.value.promotions)
  const dayOf = new Map(waves.map(({ waveId, deliversOn }) => [waveId, deliversOn]))
  const days = new Map(parts.map(({ variantId, waveId }) => [variantId, dayOf.get(waveId)!]))
  for (const { variantId, parts: held } of lines) {
    const [first] = held.flatMap((part) => days.get(part.variantId) ?? []).sort()
    if (first !== undefined) days.set(variantId, first)
  }
  const { deliveryFen, savedFen } = price
  const totalFen = price.totalFen - reductions.reduce((sum, { offFen }) => sum + offFen, 0)
  return { days, trips: waves.length, zoneZh: zone.nameZh, zoneEn: zone.nameEn, deliveryFen, reductions, totalFen, savedFen }
}

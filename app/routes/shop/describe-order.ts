import type { BillParts } from '#app/components/shop/bill.tsx'
import type { ContentsArrival, ContentsWave } from '#app/components/shop/order-contents.tsx'
import type { TimelineEntry } from '#app/components/shop/order-timeline.tsx'
import type { Saving } from '#app/components/shop/saving-chip.tsx'
import { courierZoneOf } from '#app/domain/delivery/direct-shipping.ts'
import { haversineM } from '#app/domain/delivery/distance.ts'
import { listTimeline } from '#app/domain/delivery/list-timeline.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { type Fen, fen, sumFen } from '#app/domain/money/fen.ts'
import { itemiseOrder } from '#app/domain/pricing/itemise-order.ts'
import { readMarks } from '#db/queries/brands/marks.server.ts'
import type { OrderPage, OrderPageLine } from '#db/queries/customers/order-page.server.ts'
import type { Arrival, Proof } from '#db/queries/ordering/order-delivery.server.ts'

export type DescribedOrder = {
  bundles: OrderPage['bundles']
  waves: ContentsWave[]
  steps: TimelineEntry[]
  bill: BillParts
  saving: Saving
}

/**
 * A placed order in the words of its page: what comes when, what has happened, what was paid for what, what was saved.
 * @param today whose marks are shown: a seal or an indication that has lapsed since is not
 */
export function describeOrder(page: OrderPage, today: string): DescribedOrder {
  const { order, lines, bundles, promotions } = page
  const itemised = itemiseOrder(pricedLines(page), new Map(lines.map((line) => [line.waveId, line.dropFeeFen])), order)
  const waves = groupBy(lines, (line) => line.waveId)
  const farms = new Map(lines.map((line) => [line.farmId, { farmId: line.farmId, farmZh: line.farmZh, farmEn: line.farmEn }]))
  return {
    bundles,
    waves: [...waves].map(([waveId, ofWave]) => describeWave(waveId, ofWave, page, today)),
    steps: stepsOf(page, { waves: waves.size, farms }),
    bill: {
      goods: [...groupBy(lines, (line) => line.farmId)].map(([farmId, ofFarm]) => ({
        ...farms.get(farmId)!,
        amountFen: sumFen(ofFarm.map((line) => line.amountFen)),
      })),
      deliveries:
        (keptFees(page) ?? itemised.deliveries)?.map((fee) => ({
          waveId: fee.waveId,
          deliversOn: waves.get(fee.waveId)![0]!.deliversOn,
          feeFen: fee.feeFen,
          fee,
        })) ?? null,
      deliveryFen: order.deliveryFen,
      bundles,
      reductions: promotions.map((promotion) => ({ ...promotion, offFen: offBy(promotion.fundedBy, page) })),
      totalFen: order.totalFen,
      creditFen: order.creditFen,
    },
    saving: {
      directFen: order.directFen,
      deliveryFen: order.deliveryFen,
      parcels: itemised.parcels?.map((parcel) => ({ ...parcel, ...farms.get(parcel.farmId)! })) ?? null,
      drivenFen: drivenCostOf(page),
    },
  }
}

/** What bringing it really cost, tries that failed among it; null until every wave it came in is reckoned. */
export function drivenCostOf({ lines, arrivals }: Pick<OrderPage, 'lines' | 'arrivals'>): Fen | null {
  const reckoned = new Set(arrivals.filter(({ reckonedAt }) => reckonedAt !== null).map(({ waveId }) => waveId))
  const coming = lines.filter(({ status }) => status !== 'cancelled')
  const isReckoned = coming.length > 0 && [...coming, ...arrivals].every(({ waveId }) => reckoned.has(waveId))
  return isReckoned ? sumFen(arrivals.map(({ costFen }) => costFen)) : null
}

/** The fees as they were quoted, while they still are what was charged for waves it still rides in. */
const keptFees = ({ order: { deliveryFees, deliveryFen }, lines }: OrderPage) => {
  const isCharged = deliveryFees !== null && sumFen(deliveryFees.map(({ feeFen }) => feeFen)) === deliveryFen
  return isCharged && deliveryFees.every((fee) => lines.some((line) => line.waveId === fee.waveId)) ? deliveryFees : null
}

/** What the producers fund is on the lines together with what bundles take off. */
const offBy = (fundedBy: 'producers' | 'alliance', { lines, bundles }: Pick<OrderPage, 'lines' | 'bundles'>): Fen =>
  fundedBy === 'alliance'
    ? sumFen(lines.map((line) => line.couponFen))
    : fen(sumFen(lines.map((line) => line.discountFen)) - sumFen(bundles.map((bundle) => bundle.savedFen)))

/** The weights of a placed line are of the whole line. */
const pricedLines = ({ lines, contact }: OrderPage) =>
  lines.map((line) => ({
    farmId: line.farmId,
    waveId: line.waveId,
    quantity: 1,
    unitPriceFen: line.amountFen,
    grossWeightG: line.grossWeightG,
    storage: line.storage,
    courierZone: courierZoneOf(haversineM({ lat: line.farmLat, lon: line.farmLon }, { lat: contact.hubLat, lon: contact.hubLon })),
  }))

function describeWave(waveId: string, lines: readonly OrderPageLine[], { arrivals, proofs }: OrderPage, today: string): ContentsWave {
  const drop = arrivals.findLast((arrival) => arrival.waveId === waveId)
  return {
    waveId,
    deliversOn: lines[0]!.deliversOn,
    arrival: drop ? describeArrival(drop, proofs) : null,
    farms: [...groupBy(lines, (line) => line.farmId)].map(([farmId, ofFarm]) => {
      const { farmCode, farmZh, farmEn, marks } = ofFarm[0]!
      const shown = ofFarm.map(
        ({ id, quantity, unitPriceFen, amountFen, pricedByWeight, productSlug, productZh, productEn, variantZh, variantEn, ...line }) => ({
          id,
          quantity,
          unitPriceFen,
          amountFen,
          pricedByWeight,
          productSlug,
          productZh,
          productEn,
          variantZh,
          variantEn,
          indication: indicationOf(line, today),
        }),
      )
      return { farmId, farmCode, farmZh, farmEn, licensed: readMarks(marks, today).seal, lines: shown }
    }),
  }
}

type Bearing = Pick<OrderPageLine, 'farmId' | 'marks' | 'indicationZh' | 'indicationEn'>

/** The geographical indication a line may bear today: registered for the farm that grew it, which need not be the one that lists it. */
function indicationOf({ farmId, marks, indicationZh, indicationEn }: Bearing, today: string) {
  const isOwn = marks.farmId === farmId
  return isOwn && readMarks(marks, today).indication && indicationZh && indicationEn ? { nameZh: indicationZh, nameEn: indicationEn } : null
}

/** Before a plan is published its times are the office's own; at a pick-up point a driver's words may be of somebody else. */
function describeArrival(drop: Arrival, proofs: readonly Proof[]): ContentsArrival {
  const { dropId, kind, status, statusReason, statusAt } = drop
  const isTold = drop.publishedAt !== null || status !== 'planned'
  return {
    dropId,
    arrivesAt: isTold ? drop.arrivesAt : null,
    promisedFrom: isTold ? drop.promisedFrom : null,
    promisedUntil: isTold ? drop.promisedUntil : null,
    status,
    statusReason,
    statusAt,
    relayNumber: kind === 'door' ? drop.relayNumber : null,
    proofs: proofs
      .filter((proof) => proof.dropId === dropId)
      .map(({ id, kind: shows, note, takenAt, mediaId, width, height }) => ({
        id,
        kind: shows,
        note: kind === 'door' ? note : '',
        takenAt,
        picture: mediaId !== null && width !== null && height !== null ? { mediaId, width, height } : null,
      })),
  }
}

type Names = ReadonlyMap<string, { farmZh: string; farmEn: string }>

function stepsOf({ order, events }: OrderPage, { waves, farms }: { waves: number; farms: Names }): TimelineEntry[] {
  const steps = listTimeline(events, { status: order.status, farmIds: [...farms.keys()], waves })
  return steps.map(({ kind, at, farmId }) => {
    const farm = farmId === null ? undefined : farms.get(farmId)
    return { kind, at, farmZh: farm?.farmZh ?? '', farmEn: farm?.farmEn ?? '' }
  })
}

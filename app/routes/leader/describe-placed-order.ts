import type { HandOutWave } from '#app/components/office/leader/hand-out.tsx'
import type { OrderAmounts } from '#app/components/office/leader/order-amounts.tsx'
import type { TimelineEntry } from '#app/components/shop/order-timeline.tsx'
import { leaderCommission } from '#app/domain/commission/leader-commission.ts'
import { listTimeline } from '#app/domain/delivery/list-timeline.ts'
import { groupBy } from '#app/domain/group-by.ts'
import { sumFen } from '#app/domain/money/fen.ts'
import type { LeaderOrder } from '#db/queries/leader/orders.server.ts'

/** A placed order in the words of its leader's page: what to hand out, what happened, what it costs and brings. */
export function describePlacedOrder(found: LeaderOrder, leaderId: string) {
  return { waves: wavesOf(found), steps: stepsOf(found), amounts: amountsOf(found, leaderId) }
}

function amountsOf({ order, lines }: LeaderOrder, leaderId: string): OrderAmounts {
  const shown = lines.map(({ id, productZh, productEn, sizeZh, sizeEn, quantity, unitPriceFen, amountFen, ...line }) => ({
    ...{ id, productZh, productEn, sizeZh, sizeEn, quantity, unitPriceFen, amountFen },
    commissionFen: leaderCommission({ ...line, amountFen }, leaderId),
  }))
  const { goodsFen, deliveryFen, totalFen } = order
  const isEarnedOn = lines.some(({ terms }) => terms.leaderId === leaderId)
  const commissionFen = isEarnedOn ? sumFen(shown.map((line) => line.commissionFen)) : null
  return { lines: shown, goodsFen, deliveryFen, totalFen, commissionFen }
}

const wavesOf = ({ lines, arrivals }: LeaderOrder): HandOutWave[] =>
  [...groupBy(lines, (line) => line.waveId)].map(([waveId, ofWave]) => {
    const drop = arrivals.find((arrival) => arrival.waveId === waveId)
    return {
      waveId,
      deliversOn: ofWave[0]!.deliversOn,
      arrival: drop ? { arrivesAt: drop.arrivesAt, status: drop.status, statusAt: drop.statusAt } : null,
      lines: ofWave.map(({ id, productZh, productEn, sizeZh, sizeEn, farmZh, farmEn, storage, quantity }) => ({
        ...{ id, productZh, productEn, sizeZh, sizeEn, farmZh, farmEn, storage, quantity },
      })),
    }
  })

function stepsOf({ order, lines, events }: LeaderOrder): TimelineEntry[] {
  const farms = new Map(lines.map((line) => [line.farmId, line]))
  const waves = new Set(lines.map((line) => line.waveId)).size
  return listTimeline(events, { status: order.status, farmIds: [...farms.keys()], waves }).map(({ kind, at, farmId }) => {
    const farm = farmId === null ? undefined : farms.get(farmId)
    return { kind, at, farmZh: farm?.farmZh ?? '', farmEn: farm?.farmEn ?? '' }
  })
}

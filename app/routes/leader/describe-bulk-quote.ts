import type { LeaderBillParts } from '#app/components/office/leader/bill.tsx'
import type { WaveChoice } from '#app/components/shop/wave-picker.tsx'
import type { OrderPlan } from '#app/domain/routing/plan-order.ts'
import type { OrderQuote, WaveOffer } from '#app/services/ordering/quote-order.server.ts'
import type { Network } from '#db/queries/network/network.server.ts'

/**
 * A quote in the words of the order sheet: the waves with what comes when, and the bill of the chosen one. A day on which
 * nothing would come, because every farm needs longer, is not on offer: the first day something comes stands in for it.
 */
export function describeBulkQuote({ offers, chosen }: OrderQuote, network: Network) {
  const shown = offers.filter((offer) => !offer.plan.ok || comesOn(offer, offer.waveId))
  const first = chosen?.plan.ok ? chosen.plan.value.waves[0]?.waveId : undefined
  const taken = shown.find((offer) => offer === chosen) ?? shown.find((offer) => offer.waveId === first) ?? null
  return {
    waves: shown.map((offer) => describeOffer(offer, network)),
    chosenWaveId: taken?.waveId ?? null,
    bill: taken?.plan.ok ? billOf(taken.plan.value) : null,
  }
}

const comesOn = ({ plan }: WaveOffer, waveId: string) => plan.ok && plan.value.waves.some((wave) => wave.waveId === waveId)

function describeOffer({ waveId, deliversOn, cutoffAt, plan }: WaveOffer, network: Network): WaveChoice {
  const full = !plan.ok && plan.refusal.code === 'wave_full' && plan.refusal.waveId === waveId
  return { waveId, deliversOn, cutoffAt, full, drops: plan.ok ? dropsOf(plan.value, network) : null }
}

const feeOf = (plan: OrderPlan, waveId: string) => plan.price.deliveries.find((delivery) => delivery.waveId === waveId)?.feeFen ?? 0

const dropsOf = (plan: OrderPlan, { farms }: Network) =>
  plan.waves.map(({ waveId, deliversOn, farmIds }) => ({
    waveId,
    deliversOn,
    feeFen: feeOf(plan, waveId),
    farms: farmIds.map((farmId) => {
      const farm = farms.get(farmId)
      return { farmId, farmZh: farm?.nameZh ?? '', farmEn: farm?.nameEn ?? '' }
    }),
  }))

const billOf = (plan: OrderPlan): LeaderBillParts => ({
  goodsFen: plan.price.goodsFen,
  deliveries: plan.waves.map(({ waveId, deliversOn }) => ({ waveId, deliversOn, feeFen: feeOf(plan, waveId) })),
  totalFen: plan.price.totalFen,
})

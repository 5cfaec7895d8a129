import type { LeaderBillParts } from '#app/components/office/leader-bill.tsx'
import type { WaveChoice } from '#app/components/shop/wave-picker.tsx'
import type { OrderPlan } from '#app/domain/routing/plan-order.ts'
import type { OrderQuote, WaveOffer } from '#app/services/ordering/quote-order.server.ts'
import type { Network } from '#db/queries/network.server.ts'

/** A quote in the words of the order sheet: the waves with what comes when, and the bill of the chosen one. */
export function describeBulkQuote({ offers, chosen }: OrderQuote, network: Network) {
  return {
    waves: offers.map((offer) => describeOffer(offer, network)),
    chosenWaveId: chosen?.waveId ?? null,
    bill: chosen?.plan.ok ? billOf(chosen.plan.value) : null,
  }
}

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

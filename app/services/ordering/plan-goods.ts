import { type Result, refuse } from '#app/domain/result.ts'
import { type OrderPlan, type PlanRefusal, planOrder } from '#app/domain/routing/plan-order.ts'
import type { ReadFacts } from './order-facts.server.ts'

/** `part_short`: too few of what is in a bundle; `variantId` is the bundle's. */
export type GoodsRefusal = PlanRefusal | { code: 'part_short'; variantId: string; partVariantId: string; available: number }

/** Decides an order; a shortage of what comes in a bundle is told as the bundle's, by whose name the customer knows it. */
export function planGoods({ facts, bundleOf }: ReadFacts, chosenWaveId: string, now: Date): Result<OrderPlan, GoodsRefusal> {
  const plan = planOrder(facts, chosenWaveId, now)
  return plan.ok ? plan : refuse(asOfBundle(plan.refusal, bundleOf))
}

export function asOfBundle(refusal: PlanRefusal, bundleOf: ReadonlyMap<string, string>): GoodsRefusal {
  if (refusal.code !== 'not_enough') return refusal
  const { variantId: partVariantId, available } = refusal
  const variantId = bundleOf.get(partVariantId)
  return variantId === undefined ? refusal : { code: 'part_short', variantId, partVariantId, available }
}

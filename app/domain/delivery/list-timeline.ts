export const orderEventKinds = [
  'placed',
  'paid',
  'on_account',
  'expired',
  'packed',
  'planned',
  'at_hub',
  'on_the_way',
  'near',
  'not_delivered',
  'rescheduled',
  'delivered',
  'accepted',
  'cancelled',
  'refund_sent',
  'refunded',
  'credited',
] as const
export type OrderEventKind = (typeof orderEventKinds)[number]

export type OrderEvent = { kind: OrderEventKind; at: Date; farmId: string | null }
export type TimelineStep = { kind: OrderEventKind; at: Date | null; farmId: string | null }

/** What was ordered, as far as it decides what is still to come. */
export type Expected = {
  status: 'awaiting_payment' | 'confirmed' | 'completed' | 'expired' | 'cancelled'
  farmIds: readonly string[]
  waves: number
}

/**
 * What has happened to an order, in the order it happened, and what is still to come (`at` null): its payment, each farm's
 * packing, then for as many waves as it comes in the plan, the road and the delivery, and last the customer's word.
 * What could not be delivered and is to come on another day is planned and driven once more. Nothing is to come for an order
 * that has ended.
 */
export function listTimeline(events: readonly OrderEvent[], { status, farmIds, waves }: Expected): TimelineStep[] {
  const happened: TimelineStep[] = [...events].sort((a, b) => a.at.getTime() - b.at.getTime())
  if (status === 'completed' || status === 'expired' || status === 'cancelled') return happened
  const count = (kind: OrderEventKind) => events.filter((event) => event.kind === kind).length
  const toCome = (kind: OrderEventKind, expected: number): TimelineStep[] =>
    count(kind) < expected ? [{ kind, at: null, farmId: null }] : []
  const again = Math.min(count('not_delivered'), count('rescheduled'))
  const packed = new Set(events.flatMap((event) => (event.kind === 'packed' && event.farmId !== null ? [event.farmId] : [])))
  return [
    ...happened,
    ...toCome('paid', count('on_account') > 0 ? 0 : 1),
    ...farmIds.filter((farmId) => !packed.has(farmId)).map((farmId) => ({ kind: 'packed' as const, at: null, farmId })),
    ...toCome('planned', waves + again),
    ...toCome('on_the_way', waves + again),
    ...toCome('delivered', waves),
    ...toCome('accepted', 1),
  ]
}

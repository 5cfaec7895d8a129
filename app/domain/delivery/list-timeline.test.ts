import { expect, test } from 'vitest'
import { listTimeline, type OrderEvent, type OrderEventKind } from './list-timeline.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 20, 4, minute))
const event = (kind: OrderEventKind, minute: number, farmId: string | null = null): OrderEvent => ({ kind, at: at(minute), farmId })
const shape = (steps: ReturnType<typeof listTimeline>) =>
  steps.map((step) => `${step.kind}${step.farmId ? `:${step.farmId}` : ''}${step.at ? '' : '?'}`)

test('a new order shows everything that is still to come, each farm by itself', () => {
  const steps = listTimeline([event('placed', 0)], { status: 'awaiting_payment', farmIds: ['farm_wj', 'farm_lx'], waves: 1 })
  expect(shape(steps)).toEqual([
    'placed',
    'paid?',
    'packed:farm_wj?',
    'packed:farm_lx?',
    'planned?',
    'on_the_way?',
    'delivered?',
    'accepted?',
  ])
})

test('what happened stands in the order it happened, a farm that packed is no longer waited for', () => {
  const events = [event('packed', 9, 'farm_lx'), event('placed', 0), event('paid', 2)]
  const steps = listTimeline(events, { status: 'confirmed', farmIds: ['farm_wj', 'farm_lx'], waves: 1 })
  expect(shape(steps).slice(0, 4)).toEqual(['placed', 'paid', 'packed:farm_lx', 'packed:farm_wj?'])
})

test('an order in two waves still waits for the second delivery', () => {
  const events = [event('placed', 0), event('paid', 1), event('delivered', 5)]
  const steps = listTimeline(events, { status: 'confirmed', farmIds: [], waves: 2 })
  expect(shape(steps)).toContain('delivered?')
  expect(shape(listTimeline([...events, event('delivered', 8)], { status: 'confirmed', farmIds: [], waves: 2 }))).not.toContain(
    'delivered?',
  )
})

test('an order on account waits for no payment', () => {
  const events = [event('placed', 0), event('on_account', 0)]
  expect(shape(listTimeline(events, { status: 'confirmed', farmIds: [], waves: 1 }))).not.toContain('paid?')
})

test('nothing is to come for an order that ended', () => {
  const events = [event('placed', 0), event('expired', 35)]
  expect(shape(listTimeline(events, { status: 'expired', farmIds: ['farm_wj'], waves: 1 }))).toEqual(['placed', 'expired'])
})

test('what could not be delivered and comes another day is planned and driven once more', () => {
  const failed = [event('placed', 0), event('paid', 1), event('planned', 2), event('on_the_way', 3), event('not_delivered', 4)]
  const open = (events: OrderEvent[]) =>
    shape(listTimeline(events, { status: 'confirmed', farmIds: [], waves: 1 })).filter((step) => step.endsWith('?'))
  expect(open(failed)).toEqual(['delivered?', 'accepted?'])
  expect(open([...failed, event('rescheduled', 5)])).toEqual(['planned?', 'on_the_way?', 'delivered?', 'accepted?'])
})

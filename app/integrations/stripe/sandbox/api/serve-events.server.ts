import type Stripe from 'stripe'
import type { Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { type Filter, findObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { answerList, type List, readCreated, readCursor, readKinds } from './answer-list.server.ts'
import { presentObject } from './present-object.server.ts'
import type { Params } from './read-params.server.ts'
import { notFound } from './refuse-request.server.ts'

export function retrieveEvent({ store, atS }: Work, _params: Params, id: string): Stripe.Event {
  const event = findObject(store, 'event', id)
  if (!event) throw notFound('event', id)
  return presentObject(store, event, atS)
}

/** What a sweeper reads to find what a lost webhook left undone. */
export function listEvents({ store, atS }: Work, params: Params): List<Stripe.Event> {
  const delivered = params.oneOf('delivery_success', ['true', 'false'])
  const filters: Filter[] = [...readKinds(params), ...readCreated(params)]
  if (delivered !== undefined) filters.push({ by: 'delivered', value: delivered === 'true' ? 1 : 0 })
  const list = answerList(store, 'event', '/v1/events', filters, readCursor(params))
  return { ...list, data: list.data.map((event) => presentObject(store, event, atS)) }
}

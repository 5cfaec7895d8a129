import type Stripe from 'stripe'
import { buildLineItem, type WireLineItem } from '#app/integrations/stripe/sandbox/objects/build-line-item.server.ts'
import type { Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { expireSession } from '#app/integrations/stripe/sandbox/payments/expire-session.server.ts'
import { findObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { findSessionLines } from '#app/integrations/stripe/sandbox/store/keep-session-details.server.ts'
import { answerList, type List, readCreated, readCursor, readFilters } from './answer-list.server.ts'
import type { Params } from './read-params.server.ts'
import { invalid, missing, notFound } from './refuse-request.server.ts'

type Session = Stripe.Checkout.Session

export function retrieveSession({ store }: Work, _params: Params, id: string): Session {
  const session = findObject(store, 'checkout.session', id)
  if (!session) throw notFound('checkout.session', id)
  return session
}

export function listSessions({ store }: Work, params: Params): List<Session> {
  const email = params.group('customer_details').text('email')
  const filters = [
    ...readFilters(params, ['payment_intent', 'status']),
    ...(email === undefined ? [] : [{ by: 'email' as const, value: email }]),
    ...readCreated(params),
  ]
  return answerList(store, 'checkout.session', '/v1/checkout/sessions', filters, readCursor(params))
}

/** Only an open session can be expired: a paid one stays paid. */
export function expireOpenSession(work: Work, params: Params, id: string): Session {
  const session = retrieveSession(work, params, id)
  if (session.status !== 'open') {
    throw invalid(
      `Only Checkout Sessions with a status in ["open"] can be expired. This Checkout Session has a status of ${session.status}.`,
    )
  }
  return expireSession(work, session)
}

export function listSessionLines({ store }: Work, params: Params, id: string): List<WireLineItem> {
  const lines = findSessionLines(store, id)
  if (!lines) throw notFound('checkout.session', id)
  const { limit, startingAfter, endingBefore } = readCursor(params)
  const find = (param: string, lineId: string) => {
    const index = lines.findIndex((line) => line.id === lineId)
    if (index < 0) throw missing('line_item', lineId, param)
    return index
  }
  const end = endingBefore === undefined ? lines.length : find('ending_before', endingBefore)
  const start =
    endingBefore !== undefined ? Math.max(0, end - limit) : startingAfter === undefined ? 0 : find('starting_after', startingAfter) + 1
  const data = lines.slice(start, Math.min(end, start + limit))
  const hasMore = endingBefore === undefined ? start + limit < lines.length : start > 0
  return { object: 'list', url: `/v1/checkout/sessions/${id}/line_items`, has_more: hasMore, data: data.map(buildLineItem) }
}

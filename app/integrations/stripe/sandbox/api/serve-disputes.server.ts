import type Stripe from 'stripe'
import { NO_EVIDENCE } from '#app/integrations/stripe/sandbox/objects/build-dispute.server.ts'
import type { Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { decideDispute, isUndecided } from '#app/integrations/stripe/sandbox/payments/dispute-charge.server.ts'
import { recordEvent } from '#app/integrations/stripe/sandbox/payments/record-event.server.ts'
import { findObject, replaceObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { answerList, type List, readCreated, readCursor, readFilters } from './answer-list.server.ts'
import type { Params } from './read-params.server.ts'
import { invalid, notFound } from './refuse-request.server.ts'

const EVIDENCE = Object.keys(NO_EVIDENCE).filter((name) => name !== 'enhanced_evidence')
const LONGEST_EVIDENCE = 150_000

export function retrieveDispute({ store }: Work, _params: Params, id: string): Stripe.Dispute {
  const dispute = findObject(store, 'dispute', id)
  if (!dispute) throw notFound('dispute', id)
  return dispute
}

export const listDisputes = ({ store }: Work, params: Params): List<Stripe.Dispute> =>
  answerList(
    store,
    'dispute',
    '/v1/disputes',
    [...readFilters(params, ['charge', 'payment_intent']), ...readCreated(params)],
    readCursor(params),
  )

/**
 * `POST /v1/disputes/:id`: keeps evidence, and hands it in unless told not to. The bank then waits for the control page,
 * except for the words Stripe's own test mode knows: `winning_evidence` and `losing_evidence`.
 */
export function submitEvidence(work: Work, params: Params, id: string): Stripe.Dispute {
  const dispute = retrieveDispute(work, params, id)
  const given = readEvidence(params.group('evidence'))
  const submit = params.oneOf('submit', ['true', 'false']) !== 'false'
  const metadata = { ...dispute.metadata, ...params.metadata('metadata') }
  params.refuseUnread()
  if (!isUndecided(dispute)) throw invalid(`This dispute has a status of ${dispute.status} and takes no evidence any more.`)
  const details = dispute.evidence_details
  const updated = replaceObject(work.store, {
    ...dispute,
    evidence: { ...dispute.evidence, ...given },
    evidence_details: {
      ...details,
      has_evidence: details.has_evidence || Object.keys(given).length > 0,
      submission_count: details.submission_count + (submit ? 1 : 0),
      submission_method: submit ? 'manual' : details.submission_method,
    },
    metadata,
    status: submit ? 'under_review' : dispute.status,
  })
  recordEvent(work, { type: 'charge.dispute.updated', data: { object: updated, previous_attributes: { status: dispute.status } } })
  if (submit && given.uncategorized_text === 'winning_evidence') return decideDispute(work, updated, 'won')
  if (submit && given.uncategorized_text === 'losing_evidence') return decideDispute(work, updated, 'lost')
  return updated
}

function readEvidence(params: Params): Record<string, string> {
  const given: Record<string, string> = {}
  for (const name of EVIDENCE) {
    const text = params.text(name)
    if (text === undefined) continue
    if (text.length > LONGEST_EVIDENCE) throw invalid('The evidence is too long.', { param: params.pathOf(name) })
    given[name] = text
  }
  return given
}

/** `POST /v1/disputes/:id/close`: we give in, and it is lost. */
export function closeDispute(work: Work, params: Params, id: string): Stripe.Dispute {
  const dispute = retrieveDispute(work, params, id)
  if (!isUndecided(dispute)) throw invalid(`This dispute is already closed: it has a status of ${dispute.status}.`)
  return decideDispute(work, dispute, 'lost')
}

import type { Request, RequestHandler, Response } from 'express'
import { mintId } from '#app/integrations/stripe/sandbox/objects/mint-id.server.ts'
import { beginWork, type Host, type Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { runTimers } from '#app/integrations/stripe/sandbox/payments/run-timers.server.ts'
import { spendFault } from '#app/integrations/stripe/sandbox/store/keep-faults.server.ts'
import { type Answer, answerOnce } from './answer-once.server.ts'
import { checkApiKey } from './check-api-key.server.ts'
import { expandAnswer } from './expand-answer.server.ts'
import { parseForm } from './parse-form.server.ts'
import { type Params, readParams } from './read-params.server.ts'
import { refuseByFault } from './refuse-by-fault.server.ts'
import { ApiError } from './refuse-request.server.ts'

/** `id` and `part` stand in the path: `/transfers/:id/reversals/:part`. */
export type Endpoint = (work: Work, params: Params, id: string, part: string) => object
type PathParams = { id?: string; part?: string }
export type ApiHost = Host & {
  /** Holds an answer back; the real thing sleeps. */
  wait: (ms: number) => Promise<void>
  report: (error: unknown) => void
}

/** The HTTP half of an endpoint: key, faults, form, idempotency, one transaction, expansion, envelope. */
export function answerApi(host: ApiHost, endpoint: Endpoint): RequestHandler<PathParams> {
  return async (req, res) => {
    const requestId = mintId('req_', 14)
    const key = req.get('idempotency-key')
    res.setHeader('Request-Id', requestId)
    res.setHeader('Stripe-Version', req.get('stripe-version') ?? host.settings.apiVersion)
    if (key !== undefined) res.setHeader('Idempotency-Key', key)
    try {
      checkApiKey(req.get('authorization'), host.settings.apiKey)
      runTimers(host)
      const work = beginWork(host, { id: requestId, idempotency_key: key ?? null })
      refuseByFault(work, req)
      const answer = carryOut(work, req, endpoint)
      host.afterCommit()
      if (isCut(work, req)) return void req.socket.destroy()
      if (work.faults.answerDelayMs > 0) await host.wait(work.faults.answerDelayMs)
      send(res, answer)
    } catch (error) {
      if (!(error instanceof ApiError)) host.report(error)
      sendError(res, error)
    }
  }
}

function carryOut(work: Work, req: Request<PathParams>, endpoint: Endpoint): Answer {
  const { method } = req
  const body = typeof req.body === 'string' ? req.body : ''
  const query = req.originalUrl.split('?', 2)[1] ?? ''
  const request = { key: req.get('idempotency-key'), method, path: req.originalUrl, body }
  const run = () => {
    const params = readParams(parseForm(method === 'POST' ? body : query))
    const paths = params.texts('expand')
    const answer = endpoint(work, params, req.params.id ?? '', req.params.part ?? '')
    params.refuseUnread()
    return expandAnswer(work, answer, paths)
  }
  return method === 'POST' ? work.store.transact(() => answerOnce(work, request, run)) : answerOnce(work, request, run)
}

const isCut = ({ store, faults }: Work, { method }: Request<PathParams>): boolean =>
  method === 'POST' && faults.callsToCut > 0 && spendFault(store, 'callsToCut')

function send(res: Response, { status, body, requestId, replayed }: Answer): void {
  if (replayed) {
    res.setHeader('Idempotent-Replayed', 'true')
    res.setHeader('Original-Request', requestId)
  }
  res.status(status).type('application/json').end(body)
}

/** Stripe's envelope around any error; what nobody meant to throw is a 500 that tells nothing. */
export function sendError(res: Response, error: unknown): void {
  const shown = error instanceof ApiError ? error : new ApiError({ status: 500, type: 'api_error', message: 'The sandbox failed.' })
  res.status(shown.status).type('application/json').end(JSON.stringify(shown))
}

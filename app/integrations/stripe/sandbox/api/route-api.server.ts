import express, { type ErrorRequestHandler, type Router } from 'express'
import { type ApiHost, answerApi, type Endpoint, sendError } from './answer-api.server.ts'
import { createSession } from './create-session.server.ts'
import { ApiError, invalid } from './refuse-request.server.ts'
import { createAccount, createAccountLink, listAccounts, retrieveAccount, updateAccount } from './serve-accounts.server.ts'
import { listBalanceTransactions, retrieveBalance, retrieveBalanceTransaction } from './serve-balance.server.ts'
import { closeDispute, listDisputes, retrieveDispute, submitEvidence } from './serve-disputes.server.ts'
import { listEvents, retrieveEvent } from './serve-events.server.ts'
import { cancelIntent, listCharges, listIntents, retrieveCharge, retrieveIntent } from './serve-payments.server.ts'
import { cancelPendingPayout, createPayout, listPayouts, retrievePayout } from './serve-payouts.server.ts'
import { createRefund, listRefunds, retrieveRefund } from './serve-refunds.server.ts'
import { expireOpenSession, listSessionLines, listSessions, retrieveSession } from './serve-sessions.server.ts'
import {
  createReversal,
  createTransfer,
  listReversals,
  listTransfers,
  retrieveReversal,
  retrieveTransfer,
} from './serve-transfers.server.ts'

const ENDPOINTS: readonly ['get' | 'post', string, Endpoint][] = [
  ['post', '/checkout/sessions', createSession],
  ['get', '/checkout/sessions', listSessions],
  ['get', '/checkout/sessions/:id', retrieveSession],
  ['get', '/checkout/sessions/:id/line_items', listSessionLines],
  ['post', '/checkout/sessions/:id/expire', expireOpenSession],
  ['get', '/payment_intents', listIntents],
  ['get', '/payment_intents/:id', retrieveIntent],
  ['post', '/payment_intents/:id/cancel', cancelIntent],
  ['get', '/charges', listCharges],
  ['get', '/charges/:id', retrieveCharge],
  ['post', '/refunds', createRefund],
  ['get', '/refunds', listRefunds],
  ['get', '/refunds/:id', retrieveRefund],
  ['get', '/disputes', listDisputes],
  ['get', '/disputes/:id', retrieveDispute],
  ['post', '/disputes/:id', submitEvidence],
  ['post', '/disputes/:id/close', closeDispute],
  ['post', '/transfers', createTransfer],
  ['get', '/transfers', listTransfers],
  ['get', '/transfers/:id', retrieveTransfer],
  ['post', '/transfers/:id/reversals', createReversal],
  ['get', '/transfers/:id/reversals', listReversals],
  ['get', '/transfers/:id/reversals/:part', retrieveReversal],
  ['post', '/accounts', createAccount],
  ['get', '/accounts', listAccounts],
  ['get', '/accounts/:id', retrieveAccount],
  ['post', '/accounts/:id', updateAccount],
  ['post', '/account_links', createAccountLink],
  ['post', '/payouts', createPayout],
  ['get', '/payouts', listPayouts],
  ['get', '/payouts/:id', retrievePayout],
  ['post', '/payouts/:id/cancel', cancelPendingPayout],
  ['get', '/balance', retrieveBalance],
  ['get', '/balance_transactions', listBalanceTransactions],
  ['get', '/balance_transactions/:id', retrieveBalanceTransaction],
  ['get', '/events', listEvents],
  ['get', '/events/:id', retrieveEvent],
]

/** Stripe's HTTP API, as far as the shop uses it; to be mounted at `/v1`. */
export function routeApi(host: ApiHost): Router {
  const router = express.Router()
  router.use(express.text({ type: () => true, limit: '1mb' }))
  for (const [method, path, endpoint] of ENDPOINTS) router[method](path, answerApi(host, endpoint))
  router.use(((_error, _req, res, _next) => sendError(res, invalid('The request body could not be read.'))) satisfies ErrorRequestHandler)
  router.use((req, res) => {
    const message = `Unrecognized request URL (${req.method}: ${req.originalUrl.split('?', 1)[0]}).`
    sendError(res, new ApiError({ status: 404, type: 'invalid_request_error', message }))
  })
  return router
}

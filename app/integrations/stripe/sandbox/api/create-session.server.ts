import type Stripe from 'stripe'
import { buildCheckoutSession } from '#app/integrations/stripe/sandbox/objects/build-checkout-session.server.ts'
import { mintId } from '#app/integrations/stripe/sandbox/objects/mint-id.server.ts'
import type { Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { insertObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { insertSessionDetails } from '#app/integrations/stripe/sandbox/store/keep-session-details.server.ts'
import { setTimer } from '#app/integrations/stripe/sandbox/store/keep-timers.server.ts'
import type { Params } from './read-params.server.ts'
import { readAllowedMethods, readLines, readReturnUrl, readSessionIntent } from './read-session-params.server.ts'
import { invalid } from './refuse-request.server.ts'

const SHORTEST_S = 30 * 60
const LONGEST_S = 24 * 60 * 60

/** `POST /v1/checkout/sessions`: opens a session for one payment on the hosted page. */
export function createSession(work: Work, params: Params): Stripe.Checkout.Session {
  const { store, settings, atS } = work
  params.oneOf('mode', ['payment'])
  params.oneOf('ui_mode', ['hosted_page', 'hosted'])
  const successUrl = readReturnUrl(params, 'success_url')
  if (successUrl === null) throw invalid('Missing required param: success_url.', { code: 'parameter_missing', param: 'success_url' })
  const lines = readLines(params, atS)
  const currency = lines[0].currency
  const amount = lines.reduce((sum, line) => sum + line.unitAmount * line.quantity, 0)
  if (amount === 0) throw invalid('The total amount must be more than zero.', { code: 'amount_too_small', param: 'line_items' })
  const id = mintId('cs_test_', 58)
  const session = buildCheckoutSession({
    id,
    url: `${settings.publicUrl()}/sandbox/checkout/${id}`,
    createdS: atS,
    expiresAtS: readExpiry(params, atS),
    amount,
    currency,
    cancelUrl: readReturnUrl(params, 'cancel_url'),
    successUrl,
    clientReferenceId: params.text('client_reference_id') ?? null,
    customerEmail: params.text('customer_email') ?? null,
    locale: params.oneOf('locale', ['auto', 'zh', 'zh-HK', 'zh-TW', 'en', 'en-GB']) ?? null,
    metadata: params.metadata('metadata'),
    allowedMethods: readAllowedMethods(params),
    submitType: params.oneOf('submit_type', ['auto', 'book', 'donate', 'pay']) ?? null,
  })
  const intent = readSessionIntent(params)
  params.refuseUnread()

  insertObject(store, session)
  insertSessionDetails(store, id, lines, intent)
  setTimer(store, 'expire_session', id, session.expires_at * 1000)
  return session
}

function readExpiry(params: Params, atS: number): number {
  const expiresAtS = params.integer('expires_at') ?? atS + LONGEST_S
  const refuse = (rule: string) =>
    invalid(`The \`expires_at\` timestamp must be ${rule} from Checkout Session creation.`, { param: 'expires_at' })
  if (expiresAtS < atS + SHORTEST_S) throw refuse('at least 30 minutes')
  if (expiresAtS > atS + LONGEST_S) throw refuse('less than 24 hours')
  return expiresAtS
}

import type Stripe from 'stripe'
import { buildAccount } from '#app/integrations/stripe/sandbox/objects/build-account.server.ts'
import { mintLetters } from '#app/integrations/stripe/sandbox/objects/mint-id.server.ts'
import type { Work } from '#app/integrations/stripe/sandbox/payments/begin-work.server.ts'
import { recordEvent } from '#app/integrations/stripe/sandbox/payments/record-event.server.ts'
import { insertAccountLink } from '#app/integrations/stripe/sandbox/store/keep-account-links.server.ts'
import { findObject, insertObject, replaceObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { answerList, type List, readCreated, readCursor } from './answer-list.server.ts'
import type { Params } from './read-params.server.ts'
import { readReturnUrl } from './read-session-params.server.ts'
import { invalid, missing, notFound } from './refuse-request.server.ts'

const LINK_LASTS_S = 5 * 60

/** `POST /v1/accounts`: an account that can receive transfers once its holder has been through the hosted page. */
export function createAccount({ store, atS }: Work, params: Params): Stripe.Account {
  params.group('capabilities').group('transfers').oneOf('requested', ['true'])
  const account = buildAccount(
    {
      type: params.oneOf('type', ['express', 'custom']) ?? 'express',
      country: readCountry(params),
      email: params.text('email') ?? null,
      businessType: params.oneOf('business_type', ['company', 'individual']) ?? null,
      name: params.group('business_profile').text('name') ?? null,
      metadata: params.metadata('metadata'),
    },
    atS,
  )
  params.refuseUnread()
  insertObject(store, account)
  return account
}

function readCountry(params: Params): string {
  const country = params.text('country') ?? 'CN'
  if (!/^[A-Z]{2}$/.test(country)) throw invalid(`Country '${country}' is unknown.`, { code: 'country_unsupported', param: 'country' })
  return country
}

export function retrieveAccount({ store }: Work, _params: Params, id: string): Stripe.Account {
  const account = findObject(store, 'account', id)
  if (!account) throw notFound('account', id)
  return account
}

export const listAccounts = ({ store }: Work, params: Params): List<Stripe.Account> =>
  answerList(store, 'account', '/v1/accounts', readCreated(params), readCursor(params))

/** `POST /v1/accounts/:id`: its name, address and metadata; what its holder has to tell stays the holder's. */
export function updateAccount(work: Work, params: Params, id: string): Stripe.Account {
  const account = findObject(work.store, 'account', id)
  if (!account) throw notFound('account', id)
  const name = params.group('business_profile').text('name')
  const email = params.text('email') ?? account.email
  const metadata = { ...account.metadata, ...params.metadata('metadata') }
  params.refuseUnread()
  const profile = account.business_profile
  const updated = replaceObject(work.store, {
    ...account,
    email,
    metadata,
    ...(profile && name !== undefined && { business_profile: { ...profile, name } }),
  })
  recordEvent(work, { type: 'account.updated', data: { object: updated } })
  return updated
}

/** `POST /v1/account_links`: the way to the hosted page, to be used once and within five minutes. */
export function createAccountLink({ store, settings, atS }: Work, params: Params): Stripe.AccountLink {
  const account = params.requireText('account')
  params.oneOf('type', ['account_onboarding', 'account_update'])
  params.oneOf('collect', ['currently_due', 'eventually_due'])
  const returnUrl = readReturnUrl(params, 'return_url')
  const refreshUrl = readReturnUrl(params, 'refresh_url')
  params.refuseUnread()
  if (!findObject(store, 'account', account)) throw missing('account', account, 'account')
  for (const [param, url] of [
    ['return_url', returnUrl],
    ['refresh_url', refreshUrl],
  ] as const) {
    if (url === null) throw invalid(`Missing required param: ${param}.`, { code: 'parameter_missing', param })
  }
  const token = mintLetters(24)
  const expiresAtS = atS + LINK_LASTS_S
  insertAccountLink(store, { token, account, returnUrl: returnUrl ?? '', refreshUrl: refreshUrl ?? '', expiresAtS })
  return { object: 'account_link', created: atS, expires_at: expiresAtS, url: `${settings.publicUrl()}/sandbox/onboarding/${token}` }
}

import type Stripe from 'stripe'
import { mintId } from './mint-id.server.ts'

export type AccountRequest = {
  type: 'express' | 'custom'
  country: string
  email: string | null
  businessType: 'company' | 'individual' | null
  name: string | null
  metadata: Stripe.Metadata
}

/** What a farm has still to tell before money may be sent to it. */
const TO_BE_TOLD = ['business_profile.name', 'external_account', 'tos_acceptance.date']

/** A connected account as it opens: it can receive nothing until its holder has been through the hosted page. */
export function buildAccount(request: AccountRequest, createdS: number): Stripe.Account & { created: number } {
  const id = mintId('acct_', 16)
  return {
    id,
    object: 'account',
    business_profile: { ...NO_PROFILE, name: request.name },
    business_type: request.businessType,
    capabilities: { transfers: 'inactive' },
    charges_enabled: false,
    controller: {
      fees: { payer: request.type === 'express' ? 'application_express' : 'application_custom' },
      is_controller: true,
      losses: { payments: 'application' },
      requirement_collection: request.type === 'express' ? 'stripe' : 'application',
      stripe_dashboard: { type: request.type === 'express' ? 'express' : 'none' },
      type: 'application',
    },
    country: request.country,
    created: createdS,
    default_currency: 'cny',
    details_submitted: false,
    email: request.email,
    external_accounts: { object: 'list', data: [], has_more: false, url: `/v1/accounts/${id}/external_accounts` },
    future_requirements: requirements([]),
    metadata: request.metadata,
    payouts_enabled: false,
    requirements: { ...requirements(TO_BE_TOLD), disabled_reason: 'requirements.past_due' },
    settings: SETTINGS,
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: request.type,
  }
}

/** The same account once its holder has told what was due and agreed to the terms. */
export const completeAccount = <Kept extends Stripe.Account>(account: Kept, told: { name: string; atS: number }): Kept => ({
  ...account,
  business_profile: { ...NO_PROFILE, ...account.business_profile, name: told.name },
  capabilities: { transfers: 'active' },
  charges_enabled: true,
  details_submitted: true,
  payouts_enabled: true,
  requirements: requirements([]),
  tos_acceptance: { date: told.atS, ip: '127.0.0.1', user_agent: null },
})

const requirements = (due: string[]): Stripe.Account.Requirements => ({
  alternatives: [],
  current_deadline: null,
  currently_due: due,
  disabled_reason: null,
  errors: [],
  eventually_due: due,
  past_due: due,
  pending_verification: [],
})

const NO_PROFILE: Stripe.Account.BusinessProfile = {
  mcc: null,
  minority_owned_business_designation: null,
  name: null,
  product_description: null,
  specified_commercial_transactions_act_url: null,
  support_address: null,
  support_email: null,
  support_phone: null,
  support_url: null,
  url: null,
}

const SETTINGS: Stripe.Account.Settings = {
  branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
  card_payments: { statement_descriptor_prefix: null, statement_descriptor_prefix_kana: null, statement_descriptor_prefix_kanji: null },
  dashboard: { display_name: null, timezone: 'Asia/Shanghai' },
  payments: {
    statement_descriptor: null,
    statement_descriptor_kana: null,
    statement_descriptor_kanji: null,
    statement_descriptor_prefix_kana: null,
    statement_descriptor_prefix_kanji: null,
  },
  payouts: { debit_negative_balances: false, schedule: { delay_days: 2, interval: 'daily' }, statement_descriptor: null },
}

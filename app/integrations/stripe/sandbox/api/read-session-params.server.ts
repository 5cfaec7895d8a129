import { mintId } from '#app/integrations/stripe/sandbox/objects/mint-id.server.ts'
import { isPaymentMethod, type PaymentMethodType } from '#app/integrations/stripe/sandbox/objects/name-payment-method.server.ts'
import type { IntentRequest, SessionLine } from '#app/integrations/stripe/sandbox/store/keep-session-details.server.ts'
import type { Params } from './read-params.server.ts'
import { invalid } from './refuse-request.server.ts'

const LARGEST_AMOUNT = 99_999_999

/** An absolute http(s) address the customer is sent to afterwards, or null when none is given. */
export function readReturnUrl(params: Params, name: 'success_url' | 'cancel_url' | 'return_url' | 'refresh_url'): string | null {
  const url = params.text(name)
  if (url === undefined) return null
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw invalid('Not a valid URL', { code: 'url_invalid', param: name })
  return url
}

/** At least one line, all in one currency, each with its price in `price_data`: the sandbox keeps no catalogue of prices. */
export function readLines(params: Params, createdS: number): [SessionLine, ...SessionLine[]] {
  const [first, ...others] = params.groups('line_items').map((line) => readLine(line, createdS))
  if (!first) throw invalid('Missing required param: line_items.', { code: 'parameter_missing', param: 'line_items' })
  if (others.some(({ currency }) => currency !== first.currency)) {
    throw invalid('All line items must have the same currency.', { param: 'line_items' })
  }
  return [first, ...others]
}

/** Three letters, in lower case. */
export function readCurrency(params: Params): string {
  const currency = params.requireText('currency').toLowerCase()
  if (!/^[a-z]{3}$/.test(currency)) throw invalid(`Invalid currency: ${currency}`, { param: params.pathOf('currency') })
  return currency
}

function readLine(line: Params, createdS: number): SessionLine {
  const price = line.group('price_data')
  const product = price.group('product_data')
  product.text('description')
  product.texts('images')
  product.metadata('metadata')
  product.text('unit_label')
  const currency = readCurrency(price)
  return {
    id: mintId('li_'),
    priceId: mintId('price_'),
    productId: mintId('prod_', 14),
    createdS,
    name: product.requireText('name'),
    currency,
    unitAmount: price.requireInteger('unit_amount', { min: 0, max: LARGEST_AMOUNT }),
    quantity: line.requireInteger('quantity', { min: 1, max: 999_999 }),
    taxBehavior: price.oneOf('tax_behavior', ['exclusive', 'inclusive', 'unspecified']) ?? 'unspecified',
    metadata: line.metadata('metadata'),
  }
}

/** The ways of paying the session may offer, or null for whatever there is. Of their options only those that change nothing are taken. */
export function readAllowedMethods(params: Params): PaymentMethodType[] | null {
  params.group('payment_method_options').group('wechat_pay').oneOf('client', ['web'])
  const named = params.texts('allowed_payment_method_types').map((name, index) => {
    if (isPaymentMethod(name)) return name
    throw invalid(`The payment method type provided: ${name} is invalid.`, { param: `allowed_payment_method_types[${index}]` })
  })
  return named.length === 0 ? null : [...new Set(named)]
}

/** What `payment_intent_data` asks of the intent to come. */
export function readSessionIntent(params: Params): IntentRequest {
  const data = params.group('payment_intent_data')
  data.oneOf('capture_method', ['automatic', 'automatic_async'])
  return {
    description: data.text('description') ?? null,
    metadata: data.metadata('metadata'),
    receiptEmail: data.text('receipt_email') ?? null,
    transferGroup: data.text('transfer_group') ?? null,
    statementDescriptor: data.text('statement_descriptor') ?? null,
    statementDescriptorSuffix: data.text('statement_descriptor_suffix') ?? null,
  }
}

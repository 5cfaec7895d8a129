type Refusal = {
  status: number
  type: 'invalid_request_error' | 'idempotency_error' | 'api_error'
  message: string
  code?: string
  param?: string
}

/** An answer in Stripe's error envelope. Thrown, so that the transaction it is thrown in writes nothing. */
export class ApiError extends Error {
  readonly status: number
  private readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.message)
    this.name = 'ApiError'
    this.status = refusal.status
    this.refusal = refusal
  }

  /** The body as it is sent. */
  toJSON(): { error: Record<string, string> } {
    const { type, message, code, param } = this.refusal
    return {
      error: {
        ...(code !== undefined && { code, doc_url: `https://stripe.com/docs/error-codes/${code.replaceAll('_', '-')}` }),
        message,
        ...(param !== undefined && { param }),
        type,
      },
    }
  }
}

/** 400: what was asked for cannot be done. */
export const invalid = (message: string, details: { code?: string; param?: string } = {}): ApiError =>
  new ApiError({ status: 400, type: 'invalid_request_error', message, ...details })

/** 404: the thing named in the path does not exist. */
export const notFound = (what: string, id: string): ApiError =>
  new ApiError({ status: 404, type: 'invalid_request_error', code: 'resource_missing', message: `No such ${what}: '${id}'`, param: 'id' })

/** 400: the thing named in a parameter does not exist. */
export const missing = (what: string, id: string, param: string): ApiError =>
  invalid(`No such ${what}: '${id}'`, { code: 'resource_missing', param })

/** 400: there is not so much that may be used. */
export const insufficientFunds = (): ApiError =>
  invalid('You have insufficient available funds in your Stripe account.', { code: 'balance_insufficient' })

/** A third party that failed us. `retryable`: the same call may succeed later. */
export class IntegrationError extends Error {
  override readonly name = 'IntegrationError'
  constructor(
    readonly service: string,
    readonly retryable: boolean,
    options?: ErrorOptions,
  ) {
    super(`${service} did not do what was asked`, options)
  }
}

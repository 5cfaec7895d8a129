/** The outcome of a decision the business may refuse. Bugs throw instead. */
export type Result<Value, Refusal extends { code: string }> = { ok: true; value: Value } | { ok: false; refusal: Refusal }

export const accept = <Value>(value: Value) => ({ ok: true, value }) as const
export const refuse = <const Refusal extends { code: string }>(refusal: Refusal) => ({ ok: false, refusal }) as const

export const isRefusal = (value: unknown): value is { ok: false; refusal: { code: string } } =>
  typeof value === 'object' && value !== null && 'ok' in value && value.ok === false

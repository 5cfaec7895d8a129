import type { z } from 'zod'

export const notFound = () => new Response('Not found', { status: 404 })

/** A URL that does not parse names nothing we have: 404, never a 500. */
export function parseParams<Schema extends z.ZodType>(params: unknown, schema: Schema): z.output<Schema> {
  const parsed = schema.safeParse(params)
  if (!parsed.success) throw notFound()
  return parsed.data
}

/** Absent, or not theirs: the same 404. */
export function found<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw notFound()
  return value
}

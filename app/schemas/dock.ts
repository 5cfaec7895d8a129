import { z } from 'zod'
import type { CrateCount } from '#app/domain/delivery/cold-chain.ts'
import { IdSchema } from './ids.ts'

const Count = z
  .string()
  .trim()
  .regex(/^\d{0,3}$/)
  .transform(Number)
const Degrees = z
  .string()
  .trim()
  .transform((typed) => typed.replace(/[−–－]/g, '-').replace(/[,，。]/g, '.'))
  .pipe(z.string().regex(/^-?\d{1,2}(\.\d)?$/))
  .transform((degrees) => Math.round(Number(degrees) * 10))
const Remark = z.string().trim().max(300).catch('')
const RequestKey = z.string().regex(/^[\w-]{8,80}$/)

export type CrateErrors = Partial<Record<'ambient' | 'chilled' | 'frozen', 'number_unreadable'> & { temperature: 'temperature_unreadable' }>
export type CountedCrates = { crates: CrateCount; temperatureDeci: number | null; note: string }

/** What was counted and measured; an empty count is 0, an empty temperature none. */
export function readCrates(form: FormData): { ok: true; value: CountedCrates } | { ok: false; errors: CrateErrors } {
  const errors: CrateErrors = {}
  const crates = { ambient: 0, chilled: 0, frozen: 0 }
  for (const storage of ['ambient', 'chilled', 'frozen'] as const) {
    const count = Count.safeParse(form.get(storage) ?? '')
    if (count.success) crates[storage] = count.data
    else errors[storage] = 'number_unreadable'
  }
  const typed = form.get('temperature')
  const measured = typed === null || typed === '' ? null : Degrees.safeParse(typed)
  if (measured !== null && !measured.success) errors.temperature = 'temperature_unreadable'
  if (Object.keys(errors).length > 0) return { ok: false, errors }
  return { ok: true, value: { crates, temperatureDeci: measured?.data ?? null, note: Remark.parse(form.get('note')) } }
}

export const readParcelIds = (form: FormData): string[] =>
  form.getAll('parcel').flatMap((value) => {
    const id = IdSchema.safeParse(value)
    return id.success ? [id.data] : []
  })

/** What a farm's form says besides its crates. */
export const HandoverSchema = z.object({ waveId: IdSchema, requestKey: RequestKey, way: z.enum(['brings', 'collected']) })

/** An alias as somebody read it off a label: letters that are not in it are the digits they look like. */
export const AliasSchema = z
  .string()
  .trim()
  .toUpperCase()
  .transform((alias) => alias.replace(/[IL]/g, '1').replace(/O/g, '0').replace(/\s/g, ''))
  .pipe(z.string().regex(/^[0-9A-Z]{3,12}$/))

export const DockScanSchema = z.object({
  scanId: RequestKey,
  step: z.enum(['at_hub', 'merged', 'missing', 'found']),
  parcel: IdSchema.optional(),
  alias: z.string().max(40).optional(),
})

export const LoadScanSchema = z.object({
  scanId: RequestKey,
  step: z.enum(['loaded', 'missing', 'found', 'returned']),
  parcel: IdSchema.optional(),
  alias: z.string().max(40).optional(),
})

export const DaySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

export const MissingDecisionSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('refund'), parcel: IdSchema }),
  z.object({ intent: z.literal('carry'), parcel: IdSchema, toWaveId: IdSchema }),
  z.object({ intent: z.literal('found'), parcel: IdSchema, scanId: RequestKey }),
])

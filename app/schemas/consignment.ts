import { z } from 'zod'

const Id = z.string().regex(/^[\w-]{1,80}$/)

/** Which wave a page of consignments is about; without one it chooses for itself. */
export const WaveSearchSchema = z.object({
  wave: Id.nullable().catch(null),
  packed: z.coerce.number().int().min(0).max(9999).nullable().catch(null),
  short: z.coerce.number().int().min(0).max(9999).nullable().catch(null),
})
export const WaveIdSchema = Id

/** The consignments a form says are packed: one button's own, or else the ticked ones. */
export function readPackedIds(form: FormData): string[] {
  const one = Id.safeParse(form.get('one'))
  if (one.success) return [one.data]
  return form.getAll('consignment').flatMap((value) => {
    const id = Id.safeParse(value)
    return id.success ? [id.data] : []
  })
}

type PackedLine = { lineId: string; quantity: number } | { lineId: string; weightG: number }
const Count = z
  .string()
  .trim()
  .regex(/^\d{1,7}$/)
  .transform(Number)

/**
 * What the form says went into the boxes: units in `packed:<line>`, or grams in `weight:<line>`; an empty field says nothing.
 * @returns null when a figure cannot be read
 */
export function readPackedLines(form: FormData): PackedLine[] | null {
  const lines: PackedLine[] = []
  for (const [name, typed] of form) {
    const [kind, id] = name.split(':')
    const lineId = Id.safeParse(id)
    if ((kind !== 'packed' && kind !== 'weight') || !lineId.success || typed === '') continue
    const count = Count.safeParse(typed)
    if (!count.success) return null
    lines.push(kind === 'packed' ? { lineId: lineId.data, quantity: count.data } : { lineId: lineId.data, weightG: count.data })
  }
  return lines
}

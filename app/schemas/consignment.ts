import { z } from 'zod'

const Id = z.string().regex(/^[\w-]{1,80}$/)

/** Which wave a page of consignments is about; without one it chooses for itself. */
export const WaveSearchSchema = z.object({
  wave: Id.nullable().catch(null),
  packed: z.coerce.number().int().min(0).max(9999).nullable().catch(null),
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

import { z } from 'zod'

const Id = z.string().regex(/^[\w-]{1,80}$/)

/** What partners' products are asked for in the URL; what does not parse is as if it had not been said. */
export const OfferSearchSchema = z.object({
  q: z.string().trim().max(60).catch(''),
  farm: Id.nullable().catch(null),
  chosen: z.literal('1').nullable().catch(null),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
  added: z.coerce.number().int().min(0).max(999).nullable().catch(null),
  removed: z.coerce.number().int().min(0).max(999).nullable().catch(null),
})

const idsOf = (form: FormData, name: string) =>
  form.getAll(name).flatMap((value) => {
    const id = Id.safeParse(value)
    return id.success ? [id.data] : []
  })

/** What the ticks on a page change: `was` names those that were ticked when it was shown. */
export function readChoice(form: FormData): { add: string[]; remove: string[] } {
  const was = new Set(idsOf(form, 'was'))
  const now = new Set(idsOf(form, 'chosen'))
  return { add: [...now].filter((id) => !was.has(id)), remove: [...was].filter((id) => !now.has(id)) }
}

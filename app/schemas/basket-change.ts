import { z } from 'zod'
import { hadField } from '#app/domain/ordering/had-field.ts'

const Id = z.string().regex(/^[\w-]{1,64}$/)
const Count = z
  .string()
  .regex(/^\d{1,4}$/)
  .transform(Number)

const Absolute = z.object({ variantId: Id, quantity: Count })
const Added = z.object({ variantId: Id, add: Count })

/**
 * How many of which size a basket form asks for. Steppers say how many there shall be (`quantity`). The product page says how
 * many more (`add`) than it showed in the basket: pressed twice, it still asks for the same. Null when it says neither.
 */
export function readBasketChange(form: FormData): { variantId: string; quantity: number } | null {
  const fields = Object.fromEntries(form)
  const absolute = Absolute.safeParse(fields)
  if (absolute.success) return absolute.data
  const added = Added.safeParse(fields)
  if (!added.success) return null
  const { variantId, add } = added.data
  const had = Count.catch(0).parse(fields[hadField(variantId)])
  return { variantId, quantity: had + add }
}

const Shown = z.object({
  variantId: Id,
  priceFen: Count.or(
    z
      .string()
      .regex(/^\d{1,10}$/)
      .transform(Number),
  ),
})

/** The prices a confirmation was asked at, as `variantId=fen`; malformed ones are left out. */
export function readShownPrices(form: FormData): { variantId: string; priceFen: number }[] {
  return form.getAll('shown').flatMap((entry) => {
    const [variantId, priceFen] = String(entry).split('=')
    const parsed = Shown.safeParse({ variantId, priceFen })
    return parsed.success ? [parsed.data] : []
  })
}

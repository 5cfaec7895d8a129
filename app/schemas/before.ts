import { z } from 'zod'

/** Where a page of older entries begins, an instant as a URL carries it; null is the newest, and so is what cannot be read. */
export const BeforeSchema = z.string().pipe(z.coerce.date()).nullable().catch(null)

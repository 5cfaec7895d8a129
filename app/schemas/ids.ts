import { z } from 'zod'

/** An id as it may stand in a URL or a form: ours are letters, digits, `_`, `-` and, in account and posting names, `:`. */
export const IdSchema = z.string().regex(/^[\w:.-]{1,120}$/)

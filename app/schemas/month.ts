import { z } from 'zod'

/** A month as it stands in a URL or a form: YYYY-MM. */
export const MonthSchema = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)

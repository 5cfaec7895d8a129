import { z } from 'zod'
import { bookAccounts } from '#app/domain/ledger/open-books.ts'
import { MonthSchema } from './month.ts'

/** Which figure of the open books is opened; what does not parse is as if it had not been said. */
export const BooksSearch = z.object({
  month: MonthSchema.nullable().catch(null),
  account: z.enum(bookAccounts).nullable().catch(null),
})

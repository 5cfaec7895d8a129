import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/connection.ts'
import { findProductImport } from '#db/queries/catalog/product-imports.server.ts'
import { dropWaitingImport } from '#db/queries/farm/imports.server.ts'

/** `imported`: it is on the shelf already and cannot be dropped. */
export type DropRefusal = { code: 'not_found' } | { code: 'imported' }

/** Sets a waiting sheet aside for good; nothing of it is listed. Dropping it twice is dropping it once. */
export function dropProductImport(
  { transact }: Pick<Database, 'transact'>,
  sheet: { importId: string; farmId: string },
): Promise<Result<null, DropRefusal>> {
  return transact(async (tx) => {
    if (await dropWaitingImport(tx, sheet)) return accept(null)
    const known = await findProductImport(tx, sheet)
    if (known === null) return refuse({ code: 'not_found' })
    return known.status === 'imported' ? refuse({ code: 'imported' }) : accept(null)
  })
}

import { type Database, isStorageFull } from '#db/client.server.ts'
import { log } from './log.server.ts'

const retryAfterS = 60

/**
 * The database as requests see it: a write for which there is no space answers 503, which the error page words, and is logged
 * by its code alone, since a failed statement carries what was to be written. Nothing was written; reads go on.
 */
export const answerStorageFull = (database: Database): Database => ({
  ...database,
  async transact(work) {
    try {
      return await database.transact(work)
    } catch (error) {
      if (!isStorageFull(error)) throw error
      log.error({ code: 'storage_full' }, 'no space left to write')
      throw Response.json({ code: 'storage_full' }, { status: 503, headers: { 'Retry-After': String(retryAfterS) } })
    }
  },
})

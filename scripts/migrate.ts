import { followWords } from '#app/services/catalog/follow-words.server.ts'
import { openDatabase } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'

await migrate()
process.stdout.write('The database is at the newest schema.\n')
const db = openDatabase()
try {
  const changed = await followWords(db, { now: new Date() })
  if (changed > 0) process.stdout.write(`The search finds ${changed} products by other words now.\n`)
} finally {
  await db.close()
}

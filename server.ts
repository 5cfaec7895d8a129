import * as build from 'virtual:remix/server-build'
import { log } from '#app/http/log.server.ts'
import { mediaStore } from '#app/http/media-store.server.ts'
import { messages } from '#app/http/messages.server.ts'
import { listen } from '#app/http/open-server.server.ts'
import { importDemoPayments, openSandbox, processor } from '#app/http/payments.server.ts'
import { openedDatabase, publicUrl } from '#app/http/runtime.server.ts'
import { readShelf } from '#app/http/shelf-search.server.ts'
import { startJobs } from '#app/jobs/start-jobs.server.ts'
import { followWords } from '#app/services/catalog/follow-words.server.ts'

/** Started by `npm start` after migration and seed; stops gracefully on SIGTERM and SIGINT. */
const port = Number(process.env.PORT ?? 3000)
const sandbox = openSandbox(port)
if (sandbox) await importDemoPayments(sandbox)
const parts = { database: openedDatabase(), processor: processor(), messages: messages(), store: mediaStore(), publicUrl: publicUrl(), log }
const jobs = process.env.JOBS === 'off' ? null : startJobs(parts)

await followWords(parts.database, { now: new Date() })
await readShelf()
const server = await listen(
  {
    build,
    beforeOrigin: sandbox ? [sandbox.router] : [],
    onStop: async () => {
      await jobs?.stop()
      await sandbox?.close()
    },
  },
  port,
)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    await server.stop()
    process.exit(0)
  })
}

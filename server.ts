import * as build from 'virtual:remix/server-build'
import { listen } from '#app/http/open-server.server.ts'

/** Started by `npm start` after migration and seed; stops gracefully on SIGTERM and SIGINT. */
const server = await listen({ build }, Number(process.env.PORT ?? 3000))

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, async () => {
    await server.stop()
    process.exit(0)
  })
}

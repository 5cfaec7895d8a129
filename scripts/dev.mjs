import { createServer as createHttpServer } from 'node:http'
import { installPackages } from './setup/install-packages.mjs'
import { requireNode } from './setup/require-node.mjs'
import { requirePort } from './setup/require-port.mjs'
import { root, runNode } from './setup/run-command.mjs'
import { orExplain, Stop, say } from './setup/say.mjs'

/**
 * `npm run dev`: the shop from its sources, changed pages at once. The server's own pieces (app/http, db) are
 * read at the start: stop and start again after changing those.
 */
await orExplain(async () => {
  requireNode()
  process.chdir(root)
  process.env.NODE_ENV ??= 'development'
  process.env.PORT ??= '3000'
  const port = Number(process.env.PORT)
  await requirePort(port)
  await installPackages()
  const seeded = await runNode(['--import', 'tsx', 'scripts/seed.ts'])
  if (seeded.code !== 0) throw new Stop('The database could not be prepared: the reason is above.')

  const server = createHttpServer()
  const { createServer } = await import('vite')
  const vite = await createServer({ appType: 'custom', server: { middlewareMode: true, hmr: { server } } })
  const load = (file) => vite.ssrLoadModule(file)
  const { buildApp } = await load('/app/http/open-server.server.ts')
  const { openSandbox } = await load('/app/http/payments.server.ts')
  const sandbox = openSandbox(port)
  const shop = buildApp({ build: () => load('virtual:remix/server-build'), beforeOrigin: sandbox ? [sandbox.router] : [] })
  const jobs = await startJobs(load)

  server.on('request', (request, response) => {
    withoutPolicy(response)
    vite.middlewares(request, response, () => shop(request, response))
  })
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, resolve))
  say(`\nCommonfield is open at http://localhost:${port}, straight from its sources (stop it with Ctrl-C).`)

  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, async () => {
      await jobs?.stop()
      await sandbox?.close()
      await vite.close()
      process.exit(0)
    })
  }
})

async function startJobs(load) {
  if (process.env.JOBS === 'off') return null
  const { startJobs: start } = await load('/app/jobs/start-jobs.server.ts')
  const { db, publicUrl } = await load('/app/http/runtime.server.ts')
  const { messages } = await load('/app/http/messages.server.ts')
  const { mediaStore } = await load('/app/http/media-store.server.ts')
  const { processor } = await load('/app/http/payments.server.ts')
  const { log } = await load('/app/http/log.server.ts')
  return start({ database: db(), processor: processor(), messages: messages(), store: mediaStore(), publicUrl: publicUrl(), log })
}

/** Vite puts styles and its own script into the page while one works on it: the content policy would forbid both. */
function withoutPolicy(response) {
  const set = response.setHeader.bind(response)
  response.setHeader = (name, value) => (name.toLowerCase() === 'content-security-policy' ? response : set(name, value))
}

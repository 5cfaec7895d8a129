import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequestHandler } from '@remix-run/express'
import type { ServerBuild } from '@remix-run/node'
import compression from 'compression'
import express, { type RequestHandler } from 'express'
import { rateLimit } from 'express-rate-limit'
import packedFiles from 'express-static-gzip'
import { clientAddress } from './client-address.server.ts'
import { keepSession } from './keep-session.server.ts'
import { endLiveOrders } from './live-orders.server.ts'
import { log, pathOf } from './log.server.ts'
import { narrowBuilds } from './narrow-build.server.ts'
import { onFarmHost } from './on-farm-host.server.ts'
import { closeDb, db } from './runtime.server.ts'
import { sameOriginOnly } from './same-origin.server.ts'
import { securityHeaders } from './security-headers.server.ts'
import { shareCookies } from './share-cookies.server.ts'
import { signInLimit } from './sign-in-limit.server.ts'

const year = 31_536_000_000
const hour = 3_600_000

const requestId: RequestHandler = (request, response, next) => {
  const given = request.headers['x-request-id']
  const id = typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
  response.locals.requestId = id
  response.setHeader('X-Request-Id', id)
  next()
}

const accessLog: RequestHandler = (request, response, next) => {
  const startedAt = performance.now()
  response.on('finish', () => {
    const ms = Math.round((performance.now() - startedAt) * 10) / 10
    log.info(
      { requestId: response.locals.requestId, method: request.method, path: pathOf(request.originalUrl), status: response.statusCode, ms },
      'request',
    )
  })
  next()
}

/** Only a path that ends like a file is looked for on the disk; `.data` is Remix's own. */
const namesFile = /\.(?!data$)\w+$/

/** The build packs its files once; each is sent as it lies beside the original. */
const builtFiles = (folder: string, serveStatic: NonNullable<Parameters<typeof packedFiles>[1]['serveStatic']>) =>
  packedFiles(folder, { enableBrotli: true, orderPreference: ['br'], index: false, serveStatic })

/** Changes per address and minute. Sign-in has a stricter limit of its own, shared between processes. */
const changeLimit = () =>
  rateLimit({
    windowMs: 60_000,
    limit: Number(process.env.CHANGES_PER_MINUTE ?? 300),
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    skip: (request) => request.method === 'GET' || request.method === 'HEAD',
  })

/** Machine callers prove themselves by signature or token, not by origin, and are counted by themselves. */
const ofMachines = (path: string) => path.startsWith('/webhooks/') || path === '/api/plan'
const onlyForPeople =
  (guard: RequestHandler): RequestHandler =>
  (request, response, next) =>
    ofMachines(request.path) ? next() : guard(request, response, next)

/** The built shop; from its sources, what loads it anew for each request. */
type Build = ServerBuild | (() => Promise<ServerBuild>)
type Parts = { build: Build; beforeOrigin?: RequestHandler[]; onStop?: () => Promise<void> }

/** The Express application around Remix. `beforeOrigin` takes machine callers that have no Origin: webhooks, the payment sandbox. */
export function buildApp({ build, beforeOrigin = [] }: Parts): express.Express {
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', Number(process.env.TRUSTED_PROXIES ?? 0))
  app.use(requestId)
  app.get('/healthz', (_request, response) => {
    response.type('text').send('ok')
  })
  app.get('/readyz', async (_request, response) => {
    const ready = await db()
      .ping()
      .then(
        () => true,
        () => false,
      )
    response
      .status(ready ? 200 : 503)
      .type('text')
      .send(ready ? 'ready' : 'no database')
  })
  app.use(compression())
  app.use('/assets', builtFiles('build/client/assets', { immutable: true, maxAge: year, fallthrough: false }))
  app.get(namesFile, builtFiles('build/client', { maxAge: hour }))
  app.use(accessLog, ...securityHeaders(), shareCookies, onFarmHost)
  if (beforeOrigin.length > 0) app.use(...beforeOrigin)
  app.use(onlyForPeople(sameOriginOnly), onlyForPeople(changeLimit()))
  app.use(clientAddress, signInLimit(), keepSession)
  app.all('*', answerPages(build))
  return app
}

/** Remix, with no more of the site map for each request than could match it. */
function answerPages(build: Build): RequestHandler {
  const open = (narrowed: Build) =>
    createRequestHandler({
      build: narrowed,
      mode: process.env.NODE_ENV,
      getLoadContext: (_request, response) => ({
        cspNonce: response.locals.cspNonce,
        requestId: response.locals.requestId,
        tooManyTries: response.locals.tooManyTries === true,
      }),
    })
  if (typeof build === 'function') return open(build)
  const buildFor = narrowBuilds(build)
  const handlers = new Map<ServerBuild, RequestHandler>()
  return (request, response, next) => {
    const narrowed = buildFor(request.path)
    const handler = handlers.get(narrowed) ?? open(narrowed)
    handlers.set(narrowed, handler)
    return handler(request, response, next)
  }
}

/** Listens, and stops gracefully: no new connections, running requests finish, jobs end, the database closes. */
export async function listen(parts: Parts, port: number) {
  const server = createServer(buildApp(parts))
  server.keepAliveTimeout = 65_000
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, resolve))
  const { port: listening } = server.address() as AddressInfo
  log.info({ port: listening }, 'listening')
  return {
    port: listening,
    async stop() {
      log.info('stopping')
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      endLiveOrders()
      server.closeIdleConnections()
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 10_000).unref())])
      await parts.onStop?.()
      await closeDb()
    },
  }
}

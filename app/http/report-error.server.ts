import type { AppLoadContext } from '@remix-run/node'
import { log, pathOf } from './log.server.ts'

/** Logs a bug under its request id; the error page shows the same id. */
export function reportError(error: unknown, request: Request, context: AppLoadContext) {
  log.error(
    { err: error, requestId: context.requestId, method: request.method, path: pathOf(new URL(request.url).pathname) },
    'request failed',
  )
}

import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { finishPage } from '#app/http/finish-page.server.ts'
import { reportError } from '#app/http/report-error.server.ts'
import { NonceContext } from './nonce-context.ts'

const giveUpAfterMs = 10_000

/**
 * No page waits for anything after its loaders, so each is sent whole, in one piece: streaming the many small pieces React
 * writes costs more than rendering them.
 */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  const { cspNonce } = loadContext
  return new Promise<Response>((resolve, reject) => {
    let code = status
    const stream = renderToPipeableStream(
      <NonceContext.Provider value={cspNonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={giveUpAfterMs} nonce={cspNonce} />
      </NonceContext.Provider>,
      {
        nonce: cspNonce,
        async onAllReady() {
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(finishPage(await buffer(stream.pipe(new PassThrough()))), { headers, status: code }))
        },
        onShellError: reject,
        onError(error) {
          code = 500
          reportError(error, request, loadContext)
        },
      },
    )
    setTimeout(() => stream.abort(), giveUpAfterMs + 1000).unref()
  })
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  if (!request.signal.aborted) reportError(error, request, context)
}

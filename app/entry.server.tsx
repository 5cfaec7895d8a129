import { PassThrough } from 'node:stream'
import { type AppLoadContext, createReadableStreamFromReadable, type EntryContext, type HandleErrorFunction } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { isbot } from 'isbot'
import { renderToPipeableStream } from 'react-dom/server'
import { reportError } from '#app/http/report-error.server.ts'
import { NonceContext } from './nonce-context.ts'

const giveUpAfterMs = 10_000

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
    const body = new PassThrough()
    const respond = () => {
      headers.set('Content-Type', 'text/html; charset=utf-8')
      resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }))
      stream.pipe(body)
    }
    const waitForAll = isbot(request.headers.get('user-agent'))
    const stream = renderToPipeableStream(
      <NonceContext.Provider value={cspNonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={giveUpAfterMs} nonce={cspNonce} />
      </NonceContext.Provider>,
      {
        nonce: cspNonce,
        ...(waitForAll ? { onAllReady: respond } : { onShellReady: respond }),
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

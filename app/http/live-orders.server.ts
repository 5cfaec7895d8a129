import { markOrders } from '#app/services/live/mark-orders.server.ts'
import { type OrderWatch, openOrderWatch } from '#app/services/live/watch-orders.server.ts'
import { log } from './log.server.ts'
import { db } from './runtime.server.ts'

const heartbeatMs = 20_000
/** A connection ends by itself and is opened anew, so that nothing is held for a page that has long been forgotten. */
const longestMs = 10 * 60_000
const retryMs = 4000
const mostOfOne = 6
const mostOfAll = Number(process.env.LIVE_CONNECTIONS ?? 2000)

type Connection = { viewer: string; end: () => void }
const connections = new Set<Connection>()
const openOf = new Map<string, number>()
let opened: OrderWatch | undefined

const watch = (): OrderWatch => {
  opened ??= openOrderWatch({
    read: (orderIds) => markOrders(db().reader, orderIds),
    onError: (error) => log.error({ err: error }, 'live orders cannot be read'),
  })
  return opened
}

/** Ends every open connection: the process is about to stop, and browsers come back to its successor. */
export function endLiveOrders(): void {
  for (const { end } of [...connections]) end()
  opened?.stop()
  opened = undefined
}

type Asked = { viewer: string; mark: string | null; signal: AbortSignal }

/** Server-sent events of one order, ending with it. */
export const answerLiveOrder = ({ orderId, ...asked }: Asked & { orderId: string }): Response =>
  answerLive(watch(), { ...asked, subjectId: orderId })

/**
 * Server-sent events of what is watched: `change` with the new mark whenever its page would look different, `ended` after the last
 * one. `no-transform` keeps compression and proxies from holding events back.
 * @returns 429 when this viewer has too many pages open, 503 when everybody together has
 */
export function answerLive(watched: OrderWatch, { subjectId, viewer, mark, signal }: Asked & { subjectId: string }): Response {
  if (connections.size >= mostOfAll) return new Response(null, { status: 503, headers: { 'Retry-After': '60' } })
  if ((openOf.get(viewer) ?? 0) >= mostOfOne) return new Response(null, { status: 429 })
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const send = (text: string) => controller.enqueue(encoder.encode(text))
      const heart = setInterval(() => send(':\n\n'), heartbeatMs).unref()
      const life = setTimeout(() => connection.end(), longestMs).unref()
      const unwatch = watched.watch(subjectId, mark, (now) => {
        send(`id: ${now.mark}\nevent: ${now.hasEnded ? 'ended' : 'change'}\ndata: ${now.mark}\n\n`)
        if (now.hasEnded) connection.end()
      })
      const connection = {
        viewer,
        end: () => {
          if (!connections.delete(connection)) return
          count(viewer, -1)
          clearInterval(heart)
          clearTimeout(life)
          unwatch()
          controller.close()
        },
      }
      connections.add(connection)
      count(viewer, 1)
      signal.addEventListener('abort', connection.end, { once: true })
      send(`retry: ${retryMs}\n\n`)
      if (signal.aborted) connection.end()
    },
  })
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream; charset=utf-8', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' },
  })
}

function count(viewer: string, by: 1 | -1) {
  const now = (openOf.get(viewer) ?? 0) + by
  if (now > 0) openOf.set(viewer, now)
  else openOf.delete(viewer)
}

const encoder = new TextEncoder()

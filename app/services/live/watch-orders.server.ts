import type { OrderMark } from './mark-orders.server.ts'

type Watcher = { mark: string | null; tell: (now: OrderMark) => void }

export type OrderWatch = {
  /**
   * Tells of every change of an order's mark from now on, and of one since `mark` was read, at the next look.
   * @returns ends it
   */
  watch(orderId: string, mark: string | null, tell: (now: OrderMark) => void): () => void
  /** Looks at all watched orders once; what the clock does every few seconds. */
  look(): Promise<void>
  stop(): void
}

type Settings = {
  read: (orderIds: readonly string[]) => Promise<ReadonlyMap<string, OrderMark>>
  onError: (error: unknown) => void
  everyMs?: number
  atMostMs?: number
}

/**
 * One look at the database every `everyMs` for everyone who watches an order, none while nobody does: a thousand open pages
 * cost what one costs. While looking fails, the wait doubles up to `atMostMs`.
 */
export function openOrderWatch({ read, onError, everyMs = 2000, atMostMs = 30_000 }: Settings): OrderWatch {
  const watched = new Map<string, Set<Watcher>>()
  let timer: NodeJS.Timeout | null = null
  let waitMs = everyMs

  const schedule = () => {
    if (timer !== null || watched.size === 0) return
    timer = setTimeout(async () => {
      await look()
      timer = null
      schedule()
    }, waitMs).unref()
  }
  async function look() {
    try {
      const marks = await read([...watched.keys()])
      waitMs = everyMs
      for (const [orderId, now] of marks) tellOf(watched.get(orderId) ?? [], now)
    } catch (error) {
      waitMs = Math.min(waitMs * 2, atMostMs)
      onError(error)
    }
  }
  return {
    watch(orderId, mark, tell) {
      const watcher = { mark, tell }
      const others = watched.get(orderId) ?? new Set()
      watched.set(orderId, others.add(watcher))
      schedule()
      return () => {
        others.delete(watcher)
        if (others.size === 0 && watched.get(orderId) === others) watched.delete(orderId)
      }
    },
    look,
    stop() {
      if (timer !== null) clearTimeout(timer)
      watched.clear()
    },
  }
}

/** Whoever knows no mark yet learns it without being told of a change. */
function tellOf(watchers: Iterable<Watcher>, now: OrderMark) {
  for (const watcher of [...watchers]) {
    const isNew = watcher.mark !== null && watcher.mark !== now.mark
    watcher.mark = now.mark
    if (isNew || now.hasEnded) watcher.tell(now)
  }
}

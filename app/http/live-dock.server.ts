import { markWaves } from '#app/services/first-mile/mark-waves.server.ts'
import { type OrderWatch, openOrderWatch } from '#app/services/live/watch-orders.server.ts'
import { answerLive } from './live-orders.server.ts'
import { log } from './log.server.ts'
import { db } from './runtime.server.ts'

let opened: OrderWatch | undefined

/** One look at the database for every merge board that is open anywhere in this process, none while none is. */
const watch = (): OrderWatch => {
  opened ??= openOrderWatch({
    read: (waveIds) => markWaves(db().reader, waveIds),
    onError: (error) => log.error({ err: error }, 'live merge boards cannot be read'),
  })
  return opened
}

/** Server-sent events of one wave's merge board: `change` whenever something was scanned, packed or planned. */
export const answerLiveBoard = (asked: { waveId: string; viewer: string; mark: string | null; signal: AbortSignal }): Response =>
  answerLive(watch(), { ...asked, subjectId: asked.waveId })

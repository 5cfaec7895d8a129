import { useEffect, useMemo, useState } from 'react'
import { applyDriverWords, type ShownRun, type ShownStop } from '#app/domain/delivery/apply-driver-words.ts'
import { applyLoadWords, type ShownParcel } from '#app/domain/delivery/apply-load-words.ts'
import type { DriverWord } from '#app/domain/delivery/driver-event.ts'
import { forgetPages, useRoad } from './road.tsx'
import { forgetRun, putSeenStops, seenStops } from './road-store.ts'

type Run = ShownRun & { id: string; endedAt: Date | null }

/**
 * A run as its driver knows it: as loaded, with everything noted since. Once it has ended and nothing waits any more, nothing of it
 * stays on the phone. `replanned` tells that the office has changed which stops come when since the driver last looked.
 */
export function useRunOnRoad<R extends Run, Stop extends ShownStop & { code: string }, Parcel extends ShownParcel>(page: {
  run: R
  stops: Stop[]
  parcels: Parcel[]
  readAt: Date
}) {
  const road = useRoad()
  const { run, stops, parcels, readAt } = page
  const notes = useMemo(
    () =>
      (road?.notes ?? []).filter(
        ({ runId, answeredAt, refusal }) => runId === run.id && refusal === null && (answeredAt === null || answeredAt > readAt),
      ),
    [road, run.id, readAt],
  )
  const shown = useMemo(() => applyDriverWords(run, stops, notes), [run, stops, notes])
  const shownParcels = useMemo(() => applyLoadWords(parcels, notes, { runHasLeft: run.status !== 'planned' }), [parcels, notes, run.status])
  const isWaiting =
    notes.some(({ answeredAt }) => answeredAt === null) || (road?.pictures ?? []).some(({ runId }) => runId === run.id) === true
  const hasEnded = run.endedAt !== null
  useEffect(() => {
    if (!road || !hasEnded || isWaiting) return
    void forgetRun(run.id)
    forgetPages([`/courier/runs/${run.id}`])
  }, [road, hasEnded, isWaiting, run.id])
  const [replanned, acknowledge] = useReplanned({
    runId: run.id,
    codes: stops.map(({ code }) => code),
    open: stops.filter(({ status }) => status === 'planned').map(({ code }) => code),
    isOn: road !== null && run.status !== 'done',
    movedThemselves: (road?.notes ?? []).some(({ word }) => word.kind === 'reopen' || (word.kind === 'fail' && word.next === 'again')),
  })
  return {
    ...shown,
    parcels: shownParcels,
    waiting: new Set(notes.flatMap(({ word, answeredAt }) => (answeredAt === null && 'dropId' in word ? [word.dropId] : []))),
    say: road
      ? (word: DriverWord) => road.say(run.id, word, ('dropId' in word && stops.find(({ id }) => id === word.dropId)?.code) || null)
      : null,
    show: road ? (dropId: string, kind: 'photo' | 'signature', bytes: Blob) => road.show({ runId: run.id, dropId, kind, bytes }) : null,
    replanned,
    acknowledge,
  }
}

type Sight = { runId: string; codes: string[]; open: string[]; isOn: boolean; movedThemselves: boolean }

/** Stops that are new, gone to another run, or (unless the driver did it) in another order than last seen. */
function useReplanned({ runId, codes, open, isOn, movedThemselves }: Sight) {
  const [change, setChange] = useState<{ added: string[]; gone: string[] } | null>(null)
  const order = open.join(' ')
  const all = codes.join(' ')
  useEffect(() => {
    if (!isOn) return
    let isThere = true
    const now = order.split(' ').filter(Boolean)
    void seenStops(runId).then(async (before) => {
      const added = before ? now.filter((code) => !before.includes(code) && !movedThemselves) : []
      const gone = (before ?? []).filter((code) => !all.split(' ').includes(code))
      const stayed = (before ?? []).filter((code) => now.includes(code))
      const isMoved = !movedThemselves && stayed.join(' ') !== now.filter((code) => stayed.includes(code)).join(' ')
      if (added.length === 0 && gone.length === 0 && !isMoved) await putSeenStops(runId, now)
      else if (isThere) setChange({ added, gone })
    })
    return () => {
      isThere = false
    }
  }, [runId, order, all, isOn, movedThemselves])
  const acknowledge = () => {
    void putSeenStops(runId, order.split(' ').filter(Boolean))
    setChange(null)
  }
  return [change, acknowledge] as const
}

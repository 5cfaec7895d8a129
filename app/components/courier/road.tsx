import { useRevalidator } from '@remix-run/react'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import type { DriverWord } from '#app/domain/delivery/driver-event.ts'
import { dropNote, dropPicture, listNotes, listPictures, putNote, putPicture, type RoadNote, type RoadPicture } from './road-store.ts'
import { type SendState, sendRoad } from './send-road.ts'

export type Road = {
  /** the driver's own notes and pictures, answered or not */
  notes: readonly RoadNote[]
  pictures: readonly RoadPicture[]
  state: SendState
  /** Notes a word and sends it as soon as there is a network. */
  say(runId: string, word: DriverWord, code: string | null): Promise<void>
  show(picture: Pick<RoadPicture, 'runId' | 'dropId' | 'kind' | 'bytes'>): Promise<void>
  /** A refusal has been read. */
  dismiss(id: string): Promise<void>
  send(): void
}

const RoadContext = createContext<Road | null>(null)

/** Null without a script, without a secure connection, and until the phone's notes are read: then every form is sent as it is. */
export const useRoad = () => useContext(RoadContext)

const tryEveryMs = 20_000

/** Keeps a driver's notes on the phone, and sends them whenever it can. Also keeps the pages and their files for when there is no network. */
export function RoadKeeper({ driverId, children }: { driverId: string; children: ReactNode }) {
  const [kept, setKept] = useState<{ notes: RoadNote[]; pictures: RoadPicture[] } | null>(null)
  const [state, setState] = useState<SendState>('sent')
  const { revalidate } = useRevalidator()
  const sending = useRef<Promise<void> | null>(null)

  const read = useCallback(async () => {
    const [notes, pictures] = await Promise.all([listNotes(driverId), listPictures(driverId)])
    setKept({ notes, pictures })
    return notes.some(({ answeredAt }) => answeredAt === null) || pictures.some(({ refusal }) => refusal === null)
  }, [driverId])

  const send = useCallback(() => {
    const work = async () => {
      if (!(await read())) return setState(navigator.onLine ? 'sent' : 'offline')
      const answered = await sendRoad(driverId)
      setState(answered)
      await read()
      if (answered !== 'sent') return
      revalidate()
      keepPages([window.location.pathname])
    }
    const before = sending.current ?? Promise.resolve()
    const now = before.then(work).catch(() => setState('offline'))
    sending.current = now
  }, [driverId, read, revalidate])

  useEffect(() => {
    if (!window.isSecureContext || !('indexedDB' in window)) return
    void keepForLater()
    send()
    const timer = setInterval(send, tryEveryMs)
    const events = ['online', 'offline', 'focus'] as const
    for (const event of events) window.addEventListener(event, send)
    return () => {
      clearInterval(timer)
      for (const event of events) window.removeEventListener(event, send)
    }
  }, [send])

  const road = useMemo<Road | null>(
    () =>
      kept && {
        ...kept,
        state,
        send,
        async say(runId, word, code) {
          const phoneAt = new Date()
          const place = Math.max(phoneAt.getTime(), ...kept.notes.map((note) => note.place + 1))
          await putNote({ id: crypto.randomUUID(), runId, driverId, code, word, phoneAt, place, answeredAt: null, refusal: null })
          await read()
          send()
        },
        async show(picture) {
          await putPicture({ ...picture, id: crypto.randomUUID(), driverId, takenAt: new Date(), refusal: null })
          await read()
          send()
        },
        async dismiss(id) {
          await Promise.all([dropNote(id), dropPicture(id)])
          await read()
        },
      },
    [kept, state, send, read, driverId],
  )
  return <RoadContext.Provider value={road}>{children}</RoadContext.Provider>
}

/** Registers the worker for /courier alone, and hands it this page and every run it links to. */
async function keepForLater() {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/courier-sw.js', { scope: '/courier' }).catch(() => undefined)
  const links = [...document.querySelectorAll<HTMLAnchorElement>('a[href^="/courier/runs/"]')].map((link) => link.pathname)
  keepPages([window.location.pathname, '/courier', ...links.filter((path) => path.split('/').length === 4)])
}

const tellWorker = (message: { keep?: string[]; forget?: string[] }) => {
  if (!('serviceWorker' in navigator)) return
  void navigator.serviceWorker.ready.then((registration) => registration.active?.postMessage(message))
}

export const keepPages = (paths: string[]) => tellWorker({ keep: [...new Set(paths)] })
export const forgetPages = (paths: string[]) => tellWorker({ forget: paths })

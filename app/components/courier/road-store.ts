import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { DriverEvent, DriverRefusal } from '#app/domain/delivery/driver-event.ts'

/**
 * What a driver has noted and not yet been answered for, and what was answered with a refusal. `answeredAt` is the server's clock:
 * a page loaded before it does not know of the note yet, so the note stays until its run has ended.
 */
export type RoadNote = DriverEvent & {
  runId: string
  driverId: string
  place: number
  /** of the stop it is about, as the driver reads it; null: the run */
  code: string | null
  answeredAt: Date | null
  refusal: DriverRefusal | null
}

/** A picture to be sent: kept as it was taken, made smaller. */
export type RoadPicture = {
  id: string
  runId: string
  driverId: string
  dropId: string
  kind: 'photo' | 'signature'
  takenAt: Date
  bytes: Blob
  refusal: string | null
}

interface RoadSchema extends DBSchema {
  notes: { key: string; value: RoadNote }
  pictures: { key: string; value: RoadPicture }
  plans: { key: string; value: { runId: string; stops: string[] } }
}

let opening: Promise<IDBPDatabase<RoadSchema>> | undefined

const open = () => {
  opening ??= openDB<RoadSchema>('courier', 1, {
    upgrade(database) {
      database.createObjectStore('notes', { keyPath: 'id' })
      database.createObjectStore('pictures', { keyPath: 'id' })
      database.createObjectStore('plans', { keyPath: 'runId' })
    },
  })
  return opening
}

/** A driver's own, in the order noted; another's on the same phone stay where they are. */
export async function listNotes(driverId: string): Promise<RoadNote[]> {
  const notes = await (await open()).getAll('notes')
  return notes.filter((note) => note.driverId === driverId).sort((a, b) => a.place - b.place)
}

export const listPictures = async (driverId: string): Promise<RoadPicture[]> =>
  (await (await open()).getAll('pictures')).filter((picture) => picture.driverId === driverId)

export const putNote = async (note: RoadNote) => (await open()).put('notes', note)
export const putPicture = async (picture: RoadPicture) => (await open()).put('pictures', picture)
export const dropNote = async (id: string) => (await open()).delete('notes', id)
export const dropPicture = async (id: string) => (await open()).delete('pictures', id)

/** The order of stops the driver has last seen; undefined on the first sight of a run. */
export const seenStops = async (runId: string) => (await (await open()).get('plans', runId))?.stops
export const putSeenStops = async (runId: string, stops: string[]) => (await open()).put('plans', { runId, stops })

/** Nothing of a run stays on the phone. */
export async function forgetRun(runId: string) {
  const database = await open()
  for (const store of ['notes', 'pictures'] as const) {
    for (const kept of await database.getAll(store)) if (kept.runId === runId) await database.delete(store, kept.id)
  }
  await database.delete('plans', runId)
}

import type { DriverRefusal, DriverWord } from '#app/domain/delivery/driver-event.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { settleDropInside } from '#app/services/delivery/settle-drop.server.ts'
import { startRunInside } from '#app/services/delivery/start-run.server.ts'
import { checkLoadInside } from '#app/services/first-mile/check-load.server.ts'
import type { Tx } from '#db/connection.ts'
import * as driving from '#db/queries/delivery/driver-writes.server.ts'
import { endRunInside } from './end-run.server.ts'
import { reopenDropInside } from './reopen-drop.server.ts'

type Spoken = { id: string; word: DriverWord; runId: string; driverId: string; happenedAt: Date; now: Date }
type Applied = Result<{ changed: boolean }, { code: DriverRefusal }>

/** Does what one word of a driver says, by the services that do the same for the office. A refusal has changed nothing. */
export async function applyDriverWord(tx: Tx, { id, word, runId, driverId, happenedAt, now }: Spoken): Promise<Applied> {
  const by = { driverId }
  if ('dropId' in word) {
    const place = await driving.findDropPlace(tx, word.dropId)
    if (!place) return refuse({ code: 'unknown_drop' })
    if (place.runId !== runId) return refuse({ code: 'drop_moved' })
  }
  switch (word.kind) {
    case 'start': {
      const started = await startRunInside(tx, { runId, driverId, aboard: word.aboard, now: happenedAt, heardAt: now })
      return started.ok ? accept({ changed: started.value.left }) : started
    }
    case 'load': {
      const scans = [{ id, consignmentId: word.consignmentId, step: word.step }]
      const checked = await checkLoadInside(tx, { runId, by, scans, now: happenedAt })
      if (!checked.ok) return checked
      const [refused] = checked.value.refused
      return refused ? refuse({ code: refused.code }) : accept({ changed: checked.value.applied.length > 0 })
    }
    case 'deliver': {
      const { dropId, proof } = word
      const settled = await settleDropInside(tx, { dropId, by, outcome: { kind: 'delivered', proof }, now: happenedAt, heardAt: now })
      if (!settled.ok || !settled.value.changed || proof.kind === 'note') return settled
      await noteProof(tx, { id, dropId, kind: proof.kind, note: '', happenedAt, driverId })
      return settled
    }
    case 'fail': {
      const { dropId, reason, next } = word
      return await settleDropInside(tx, { dropId, by, outcome: { kind: 'failed', reason, next }, now: happenedAt, heardAt: now })
    }
    case 'reopen':
      return await reopenDropInside(tx, { dropId: word.dropId, driverId, now })
    case 'crates':
      await driving.noteCratesBack(tx, word)
      return accept({ changed: true })
    case 'annotate':
      await noteProof(tx, { id, dropId: word.dropId, kind: 'note', note: word.note, happenedAt, driverId })
      return accept({ changed: true })
    case 'arrive':
      return accept({ changed: true })
    case 'end':
      return await endRunInside(tx, { eventId: id, runId, driverId, drivenM: word.drivenM, now: happenedAt })
  }
}

type Noted = { id: string; dropId: string; kind: 'code' | 'qr' | 'note'; note: string; happenedAt: Date; driverId: string }

const noteProof = (tx: Tx, { happenedAt, driverId, ...proof }: Noted) =>
  driving.insertProof(tx, { ...proof, mediaId: null, takenAt: happenedAt, takenBy: driverId })

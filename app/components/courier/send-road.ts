import type { EventAnswer } from '#app/domain/delivery/driver-event.ts'
import { dropPicture, listNotes, listPictures, putNote, putPicture, type RoadNote } from './road-store.ts'

/** `signed_out`: the session has ended; nothing is lost, it waits for the next sign-in. */
export type SendState = 'sent' | 'offline' | 'signed_out'

const mostAtOnce = 100

/** Sends what waits, run by run, oldest first. What is answered stays noted with its answer; what is not waits. Safe to call at any time. */
export async function sendRoad(driverId: string): Promise<SendState> {
  const waiting = (await listNotes(driverId)).filter((note) => note.answeredAt === null)
  for (const runId of new Set(waiting.map((note) => note.runId))) {
    const ofRun = waiting.filter((note) => note.runId === runId)
    for (let sent = 0; sent < ofRun.length; sent += mostAtOnce) {
      const state = await sendNotes(runId, ofRun.slice(sent, sent + mostAtOnce))
      if (state !== 'sent') return state
    }
  }
  return await sendPictures(driverId)
}

async function sendNotes(runId: string, notes: RoadNote[]): Promise<SendState> {
  const events = notes.map(({ id, phoneAt, word }) => ({ id, phoneAt, word }))
  const answer = await post(`/courier/runs/${runId}/events`, JSON.stringify({ sentAt: new Date(), events }), 'application/json')
  if (typeof answer === 'string') return answer
  if (answer.status === 404) {
    for (const note of notes) await putNote({ ...note, answeredAt: new Date(), refusal: 'unknown_run' })
    return 'sent'
  }
  if (!answer.ok) return 'offline'
  const { answeredAt, answers } = (await answer.json()) as { answeredAt: string; answers: EventAnswer[] }
  for (const note of notes) {
    const answered = answers.find(({ id }) => id === note.id)
    if (answered) await putNote({ ...note, answeredAt: new Date(answeredAt), refusal: answered.refusal })
  }
  return 'sent'
}

async function sendPictures(driverId: string): Promise<SendState> {
  for (const picture of (await listPictures(driverId)).filter(({ refusal }) => refusal === null)) {
    const form = new FormData()
    const { id, runId, dropId, kind, takenAt } = picture
    for (const [name, value] of Object.entries({ id, dropId, kind, takenAt: takenAt.toISOString(), sentAt: new Date().toISOString() }))
      form.set(name, value)
    form.set('photo', picture.bytes, kind === 'signature' ? 'signature.png' : 'photo.jpg')
    const answer = await post(`/courier/runs/${runId}/proofs`, form)
    if (typeof answer === 'string') return answer
    if (answer.ok) await dropPicture(id)
    else if (answer.status < 500) await putPicture({ ...picture, refusal: await codeOf(answer) })
    else return 'offline'
  }
  return 'sent'
}

const codeOf = async (answer: Response) => ((await answer.json().catch(() => ({}))) as { code?: string }).code ?? 'not_kept'

/** The answer, or why there is none: a redirect leads to the sign-in page, 403 says that they are no driver any more. */
async function post(path: string, body: BodyInit, type?: string): Promise<Response | 'offline' | 'signed_out'> {
  try {
    const answer = await fetch(path, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { Accept: 'application/json', ...(type && { 'Content-Type': type }) },
    })
    return answer.type === 'opaqueredirect' || answer.status === 403 ? 'signed_out' : answer
  } catch {
    return 'offline'
  }
}

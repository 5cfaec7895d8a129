import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { z } from 'zod'
import { mediaStore } from '#app/http/media-store.server.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { fileIn, readForm } from '#app/http/read-upload.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireCourier } from '#app/http/viewer.server.ts'
import { DropProofSchema } from '#app/schemas/driver-event.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { keepProof } from '#app/services/driving/keep-proof.server.ts'
import { mostPictureBytes } from '#app/services/media/keep-picture.server.ts'

const Params = z.object({ runId: IdSchema })

/** A photograph or signature for a stop. A phone's queue is answered in JSON; a form without a script is led back to its run. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { driverId } = await requireCourier(request)
  const { runId } = parseParams(params, Params)
  const form = await readForm(request, { maxBytes: mostPictureBytes })
  const isPhone = request.headers.get('accept')?.includes('application/json') === true
  const answer = (code: string | null) =>
    isPhone
      ? Response.json({ code }, { status: code === null ? 200 : 409 })
      : redirect(`/courier/runs/${runId}?done=${code === null ? 'noted' : 'picture_refused'}`)
  if (!form.ok) return answer('file_too_large')
  const photo = await fileIn(form.value, 'photo')
  if (!photo) return answer('not_an_image')
  const at = now()
  const sent = DropProofSchema.safeParse(Object.fromEntries(form.value))
  if (!sent.success) return answer('not_understood')
  const { id = randomUUID(), takenAt = at, sentAt = at, ...proof } = sent.data
  const kept = await keepProof(db(), mediaStore(), { id, takenAt, sentAt, ...proof, driverId, bytes: photo.bytes, now: at })
  return answer(kept.ok ? null : kept.refusal.code)
}

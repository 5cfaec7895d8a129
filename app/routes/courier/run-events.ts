import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { notFound, parseParams } from '#app/http/parse.server.ts'
import { readJson } from '#app/http/read-bounded.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireCourier } from '#app/http/viewer.server.ts'
import { DriverEventsSchema } from '#app/schemas/driver-event.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { takeDriverEvents } from '#app/services/driving/take-driver-events.server.ts'

const Params = z.object({ runId: IdSchema })
const mostBytes = 256 * 1024

/** The queue's other end: what a driver's phone has noted, each counted once. Answers JSON, by the events' ids. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { driverId } = await requireCourier(request)
  const { runId } = parseParams(params, Params)
  const sent = DriverEventsSchema.safeParse(await readJson(request, { maxBytes: mostBytes }))
  if (!sent.success) return Response.json({ code: 'not_understood' }, { status: 400 })
  const taken = await takeDriverEvents(db(), { runId, driverId, ...sent.data, now: now() })
  if (!taken.ok) throw notFound()
  // once it is written: a page read before does not know of it, and the phone shows its own note on top
  return Response.json({ answeredAt: now(), answers: taken.value }, { headers: { 'Cache-Control': 'no-store' } })
}

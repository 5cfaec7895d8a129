import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { answerLiveBoard } from '#app/http/live-dock.server.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { findBoardWave } from '#db/queries/first-mile/dock.server.ts'

const Params = z.object({ waveId: IdSchema })
const Mark = z
  .string()
  .regex(/^[\w-]{1,200}$/)
  .nullable()
  .catch(null)

/** A merge board's changes as they happen. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { waveId } = parseParams(params, Params)
  found(await findBoardWave(db().reader, waveId))
  return answerLiveBoard({ waveId, viewer: userId, mark: Mark.parse(request.headers.get('last-event-id')), signal: request.signal })
}

import { timingSafeEqual } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { log } from '#app/http/log.server.ts'
import { notFound } from '#app/http/parse.server.ts'
import { readBounded } from '#app/http/read-bounded.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { VroomRequestSchema } from '#app/schemas/vroom.ts'
import { answerVroom } from '#app/services/dispatch/answer-vroom.server.ts'
import { configuredEngines } from '#app/services/dispatch/configured-engines.server.ts'
import { countTry } from '#app/services/identity/count-try.server.ts'

/** VROOM's codes: 1 internal, 2 input, 3 routing, and vroom-express's 4: too large; the status is what that answers with them. */
const failure = (status: number, code: 1 | 2 | 3 | 4, error: string) => Response.json({ code, error }, { status })
const largestBody = 2 * 1024 * 1024
const perMinute = 30

export const loader = () => {
  throw notFound()
}

/** Answers VROOM requests by our planner, for whoever has `PLAN_API_TOKEN`; without one configured the page is not there. */
export async function action({ request }: ActionFunctionArgs) {
  const token = process.env.PLAN_API_TOKEN
  if (!token) throw notFound()
  if (!isToken(request.headers.get('authorization'), token)) return failure(401, 2, 'Unauthorized')
  const { hits } = await countTry(db(), { key: 'plan-api', windowMs: 60_000, now: now() })
  if (hits > perMinute) return failure(429, 2, 'Too many requests')
  const body = await readBounded(request.body, largestBody)
  if (body === null) return failure(413, 4, `Too large: at most ${largestBody} bytes`)
  const sent = parseJson(await body.text())
  if (sent === undefined) return failure(400, 2, 'Invalid JSON')
  const parsed = VroomRequestSchema.safeParse(sent)
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return failure(400, 2, `Invalid ${issue?.path.join('.') || 'request'}: ${issue?.message}`)
  }
  try {
    const answered = await answerVroom(parsed.data, { table: configuredEngines().table })
    if (answered.ok) return Response.json(answered.value)
    const { code, error } = answered.refusal
    return code === 'routing_error' ? failure(500, 3, error) : failure(400, 2, error)
  } catch (error) {
    log.error({ err: error }, 'plan request failed')
    return failure(500, 1, 'Internal error')
  }
}

function isToken(authorization: string | null, token: string): boolean {
  const [given, wanted] = [Buffer.from(authorization ?? ''), Buffer.from(`Bearer ${token}`)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

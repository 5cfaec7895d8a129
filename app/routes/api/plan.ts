import { timingSafeEqual } from 'node:crypto'
import type { ActionFunctionArgs } from '@remix-run/node'
import { log } from '#app/http/log.server.ts'
import { notFound } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { VroomRequestSchema } from '#app/schemas/vroom.ts'
import { answerVroom } from '#app/services/dispatch/answer-vroom.server.ts'
import { countTry } from '#app/services/identity/count-try.server.ts'

/** VROOM's codes: 1 internal, 2 input, 3 routing; the status is what vroom-express answers with them. */
const failure = (status: number, code: 1 | 2, error: string) => Response.json({ code, error }, { status })
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
  if (Number(request.headers.get('content-length') ?? 0) > largestBody) return failure(413, 2, 'Too large')
  const text = await request.text()
  if (text.length > largestBody) return failure(413, 2, 'Too large')
  const parsed = VroomRequestSchema.safeParse(readJson(text))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return failure(400, 2, `Invalid ${issue?.path.join('.') || 'request'}: ${issue?.message}`)
  }
  try {
    const answered = await answerVroom(parsed.data)
    return answered.ok ? Response.json(answered.value) : failure(400, 2, answered.refusal.error)
  } catch (error) {
    log.error({ err: error }, 'plan request failed')
    return failure(500, 1, 'Internal error')
  }
}

function isToken(authorization: string | null, token: string): boolean {
  const [given, wanted] = [Buffer.from(authorization ?? ''), Buffer.from(`Bearer ${token}`)]
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

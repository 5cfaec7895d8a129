import { z } from 'zod'
import { parse, serialize } from './cookies.server.ts'

const cookieName = 'pending_code'
const tenMinutesS = 600

const PendingSchema = z.object({ phone: z.string(), name: z.string().optional(), returnTo: z.string().optional() })

/** Whom a code was sent to, between the two steps: in this browser alone, never in an address. It proves nothing. */
export type PendingCode = z.infer<typeof PendingSchema>

export function pendingCodeOf(request: Request): PendingCode | null {
  try {
    return PendingSchema.parse(JSON.parse(parse(request.headers.get('cookie'))[cookieName] ?? ''))
  } catch {
    return null
  }
}

export const rememberPendingCode = (pending: PendingCode) => serialize(cookieName, JSON.stringify(pending), { maxAgeS: tenMinutesS })

export const forgetPendingCode = () => serialize(cookieName, '', { maxAgeS: 0 })

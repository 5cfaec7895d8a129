import { createHash } from 'node:crypto'
import { z } from 'zod'
import { invariant } from '#app/domain/invariant.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database } from '#db/client.server.ts'
import { randomText } from '#db/new-id.server.ts'
import * as access from '#db/queries/account/access.server.ts'
import { type Confirming, settleAccess } from './settle-access.server.ts'

const minutes = 30
const Waiting = z.object({ userId: z.string(), email: z.string() })
/** Of the key only its digest is kept: whoever reads the table confirms nothing. */
const identifierOf = (key: string) => `change-mail:${createHash('sha256').update(key).digest('base64url')}`

/**
 * Somebody wants to sign in with another address from now on: nothing changes until its owner says so by the key.
 * @returns the key to send there; null where the address is somebody's already, which the one who asks is not told
 */
export async function askMailChange(
  { reader, transact }: Database,
  { userId, email, now }: { userId: string; email: string; now: Date },
): Promise<string | null> {
  if (await access.isMailTaken(reader, { email, userId })) return null
  const key = randomText(32)
  const expiresAt = new Date(now.getTime() + minutes * 60_000)
  const value = JSON.stringify({ userId, email } satisfies z.output<typeof Waiting>)
  await transact((tx) => access.keepVerification(tx, { identifier: identifierOf(key), value, expiresAt, now }))
  return key
}

export type ConfirmMailRefusal = { code: 'link_over' }

/** The address is theirs: they sign in with it, and notices go there. The key works once, in the account that asked. */
export function confirmMailChange(
  { transact }: Pick<Database, 'transact'>,
  { key, ...who }: Confirming & { key: string },
): Promise<Result<{ email: string }, ConfirmMailRefusal>> {
  const { userId, now } = who
  return transact(async (tx) => {
    const taken = await access.takeVerification(tx, { identifier: identifierOf(key), now })
    const waiting = taken === null ? null : Waiting.parse(JSON.parse(taken))
    if (waiting?.userId !== userId || (await access.isMailTaken(tx, { email: waiting.email, userId }))) return refuse({ code: 'link_over' })
    const before = await access.findAccess(tx, userId)
    invariant(before, `user ${userId} confirms an address and is not there`)
    await access.changeMail(tx, { userId, email: waiting.email, now })
    await settleAccess(tx, { ...who, changed: 'mail', before })
    return accept({ email: waiting.email })
  })
}

import { createHash } from 'node:crypto'
import { z } from 'zod'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { isPhoneMail } from '#app/integrations/identity/auth.server.ts'
import type { Database } from '#db/client.server.ts'
import { newId, randomText } from '#db/new-id.server.ts'
import * as access from '#db/queries/account/access.server.ts'

const minutes = 30
const Waiting = z.object({ userId: z.string(), email: z.string(), before: z.string() })
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
  const before = await access.findAccess(reader, userId)
  if (!before || (await access.isMailTaken(reader, { email, userId }))) return null
  const key = randomText(32)
  const expiresAt = new Date(now.getTime() + minutes * 60_000)
  const value = JSON.stringify({ userId, email, before: before.email } satisfies z.output<typeof Waiting>)
  const row = { id: newId('ver'), identifier: identifierOf(key), value, expiresAt, createdAt: now, updatedAt: now }
  await transact((tx) => access.insertVerification(tx, row))
  return key
}

export type ConfirmMailRefusal = { code: 'link_over' }

/**
 * The address is theirs: they sign in with it, and notices go there. The key works once, in the account that asked.
 * @returns `before`: the address that is left, null where there was none
 */
export function confirmMailChange(
  { transact }: Pick<Database, 'transact'>,
  { userId, key, now }: { userId: string; key: string; now: Date },
): Promise<Result<{ email: string; before: string | null }, ConfirmMailRefusal>> {
  return transact(async (tx) => {
    const taken = await access.takeVerification(tx, { identifier: identifierOf(key), now })
    const waiting = taken === null ? null : Waiting.parse(JSON.parse(taken))
    if (waiting?.userId !== userId || (await access.isMailTaken(tx, { email: waiting.email, userId }))) return refuse({ code: 'link_over' })
    await access.changeMail(tx, { userId, email: waiting.email, now })
    await access.dropPasswordLinks(tx, userId)
    return accept({ email: waiting.email, before: isPhoneMail(waiting.before) ? null : waiting.before })
  })
}

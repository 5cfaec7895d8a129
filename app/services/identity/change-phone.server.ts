import { randomInt } from 'node:crypto'
import { z } from 'zod'
import { invariant } from '#app/domain/invariant.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { codeMinutes, isPhoneMail, phoneMail } from '#app/integrations/identity/auth.server.ts'
import type { Database, Reader, Tx } from '#db/client.server.ts'
import * as access from '#db/queries/account/access.server.ts'
import { type Confirming, settleAccess } from './settle-access.server.ts'

const guessesAllowed = 3
const WaitingSchema = z.object({ userId: z.string(), phone: z.string(), code: z.string(), guesses: z.int(), until: z.coerce.date() })
type Waiting = z.output<typeof WaitingSchema>

/** One number at a time: asking for another forgets the one before. */
const identifierOf = (userId: string) => `change-phone:${userId}`
const keep = (tx: Tx, waiting: Waiting, now: Date) =>
  access.keepVerification(tx, {
    ...{ identifier: identifierOf(waiting.userId), value: JSON.stringify(waiting), expiresAt: waiting.until, now },
  })

/**
 * Somebody who has been proved to be themselves wants to sign in with another number: nothing changes until they say the code sent
 * there. Whether it is somebody's already is said only to whoever has proved it to be theirs.
 * @returns the code, good for five minutes in this account alone
 */
export async function askPhoneChange(
  { transact }: Pick<Database, 'transact'>,
  { userId, phone, now }: { userId: string; phone: string; now: Date },
): Promise<string> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const until = new Date(now.getTime() + codeMinutes * 60_000)
  await transact((tx) => keep(tx, { userId, phone, code, guesses: 0, until }, now))
  return code
}

/** The number a code is waited for from; null when none is. */
export async function findWaitingPhone(db: Pick<Reader, 'select'>, { userId, now }: { userId: string; now: Date }): Promise<string | null> {
  const value = await access.findVerification(db, { identifier: identifierOf(userId), now })
  return value === null ? null : WaitingSchema.parse(JSON.parse(value)).phone
}

export type ConfirmPhoneRefusal = { code: 'wrong_code' | 'code_over' | 'phone_taken' }

/** The number is theirs: they sign in with it from now on. A code works once, and three wrong guesses spend it. */
export async function confirmPhoneChange(
  { transact }: Pick<Database, 'transact'>,
  { code, ...who }: Confirming & { code: string },
): Promise<Result<{ phone: string }, ConfirmPhoneRefusal>> {
  const outcome = await transact((tx) => takeCode(tx, { ...who, code }))
  return typeof outcome === 'string' ? refuse({ code: outcome }) : accept(outcome)
}

/** Whoever guesses has taken the code: of many at once one alone compares. A wrong guess is kept, which a refused transaction would undo. */
async function takeCode(tx: Tx, { code, ...who }: Confirming & { code: string }): Promise<{ phone: string } | ConfirmPhoneRefusal['code']> {
  const { userId, now } = who
  const value = await access.takeVerification(tx, { identifier: identifierOf(userId), now })
  if (value === null) return 'code_over'
  const waiting = WaitingSchema.parse(JSON.parse(value))
  const { phone, guesses } = waiting
  if (waiting.code !== code) {
    if (guesses + 1 >= guessesAllowed) return 'code_over'
    await keep(tx, { ...waiting, guesses: guesses + 1 }, now)
    return 'wrong_code'
  }
  if (await access.isPhoneTaken(tx, { phone, userId })) return 'phone_taken'
  const before = await access.findAccess(tx, userId)
  invariant(before, `user ${userId} confirms a number and is not there`)
  const email = isPhoneMail(before.email) ? phoneMail(phone) : before.email
  await access.changePhone(tx, { userId, phone, before: before.phone, email, now })
  await settleAccess(tx, { ...who, changed: 'phone', before })
  return { phone }
}

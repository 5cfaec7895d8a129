import { and, eq, gt, inArray, like, ne } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { credentials, customers, sessions, users, verifications } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

/** How somebody signs in. */
export async function findAccess(db: Db, userId: string) {
  const [user] = await db.select({ email: users.email, phone: users.phoneNumber }).from(users).where(eq(users.id, userId))
  if (!user) return null
  const [password] = await db
    .select({ id: credentials.id })
    .from(credentials)
    .where(and(eq(credentials.userId, userId), eq(credentials.providerId, 'credential')))
    .limit(1)
  return { ...user, hasPassword: password !== undefined }
}

export const isMailTaken = async (db: Db, { email, userId }: { email: string; userId: string }): Promise<boolean> =>
  (
    await db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.email, email), ne(users.id, userId)))
      .limit(1)
  ).length > 0

export const isPhoneTaken = async (db: Db, { phone, userId }: { phone: string; userId: string }): Promise<boolean> =>
  (
    await db
      .select({ id: users.id })
      .from(users)
      .where(and(eq(users.phoneNumber, phone), ne(users.id, userId)))
      .limit(1)
  ).length > 0

type Waiting = { identifier: string; value: string; expiresAt: Date; now: Date }

/** What waits to be confirmed or told, in the place of whatever waited under the same identifier. */
export async function keepVerification(tx: Tx, { identifier, value, expiresAt, now }: Waiting) {
  await tx.delete(verifications).where(eq(verifications.identifier, identifier))
  await tx.insert(verifications).values({ id: newId('ver'), identifier, value, expiresAt, createdAt: now, updatedAt: now })
}

type Asked = { identifier: string; now: Date }
const isWaiting = ({ identifier, now }: Asked) => and(eq(verifications.identifier, identifier), gt(verifications.expiresAt, now))

/** What waits under an identifier; null when it is gone or too old. */
export const findVerification = async (db: Db, asked: Asked): Promise<string | null> =>
  (await db.select({ value: verifications.value }).from(verifications).where(isWaiting(asked)).limit(1))[0]?.value ?? null

/** Takes what was waiting under an identifier, once; null when it is gone or too old. */
export async function takeVerification(tx: Tx, asked: Asked): Promise<string | null> {
  const taken = await tx.delete(verifications).where(isWaiting(asked)).returning({ value: verifications.value })
  return taken[0]?.value ?? null
}

/** Nobody resets this person's password with a link sent before. */
export const dropPasswordLinks = (tx: Tx, userId: string) =>
  tx.delete(verifications).where(and(eq(verifications.value, userId), like(verifications.identifier, 'reset-password:%')))

export async function changeMail(tx: Tx, { userId, email, now }: { userId: string; email: string; now: Date }) {
  await tx.update(users).set({ email, emailVerified: true, updatedAt: now }).where(eq(users.id, userId))
  await tx.update(customers).set({ email }).where(eq(customers.userId, userId))
}

type NewPhone = { userId: string; phone: string; before: string | null; email: string; now: Date }

/** The number one signs in with. The one they are reached at goes along unless it is another; `email` is the address their row bears now. */
export async function changePhone(tx: Tx, { userId, phone, before, email, now }: NewPhone) {
  await tx.update(users).set({ phoneNumber: phone, phoneNumberVerified: true, email, updatedAt: now }).where(eq(users.id, userId))
  await tx
    .update(customers)
    .set({ phone })
    .where(and(eq(customers.userId, userId), inArray(customers.phone, [before ?? '', ''])))
}

/** Every device but the one whose session this is. */
export const endOtherSessions = (tx: Tx, { userId, token }: { userId: string; token: string }) =>
  tx.delete(sessions).where(and(eq(sessions.userId, userId), ne(sessions.token, token)))

export const endSessions = (tx: Tx, userId: string) => tx.delete(sessions).where(eq(sessions.userId, userId))

export async function changeNames(tx: Tx, { userId, name, phone, now }: { userId: string; name: string; phone: string; now: Date }) {
  await tx.update(users).set({ name, updatedAt: now }).where(eq(users.id, userId))
  await tx.update(customers).set({ name, phone }).where(eq(customers.userId, userId))
}

import { and, eq, gt, like, ne } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
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

export const insertVerification = (tx: Tx, row: typeof verifications.$inferInsert) => tx.insert(verifications).values(row)

/** Takes what was waiting under an identifier, once; null when it is gone or too old. */
export async function takeVerification(tx: Tx, { identifier, now }: { identifier: string; now: Date }): Promise<string | null> {
  const taken = await tx
    .delete(verifications)
    .where(and(eq(verifications.identifier, identifier), gt(verifications.expiresAt, now)))
    .returning({ value: verifications.value })
  return taken[0]?.value ?? null
}

/** Nobody resets this person's password with a link sent before. */
export const dropPasswordLinks = (tx: Tx, userId: string) =>
  tx.delete(verifications).where(and(eq(verifications.value, userId), like(verifications.identifier, 'reset-password:%')))

export async function changeMail(tx: Tx, { userId, email, now }: { userId: string; email: string; now: Date }) {
  await tx.update(users).set({ email, emailVerified: true, updatedAt: now }).where(eq(users.id, userId))
  await tx.update(customers).set({ email }).where(eq(customers.userId, userId))
}

export const endSessions = (tx: Tx, userId: string) => tx.delete(sessions).where(eq(sessions.userId, userId))

export async function changeNames(tx: Tx, { userId, name, phone, now }: { userId: string; name: string; phone: string; now: Date }) {
  await tx.update(users).set({ name, updatedAt: now }).where(eq(users.id, userId))
  await tx.update(customers).set({ name, phone }).where(eq(customers.userId, userId))
}

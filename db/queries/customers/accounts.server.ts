import { eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db/client.server.ts'
import { credentials, customers, farms, roles, users } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>

export const findUser = async (db: Db, userId: string) => (await db.select().from(users).where(eq(users.id, userId)))[0]

type NewUser = { userId: string; name: string; email: string; phone: string | null; now: Date }

/**
 * A phone is somebody's word until a code sent there has been said.
 * @returns false when the id, the e-mail or the phone is somebody's already: they are left as they are
 */
export async function insertUser(tx: Tx, { userId, name, email, phone, now }: NewUser) {
  const inserted = await tx
    .insert(users)
    .values({ id: userId, name, email, phoneNumber: phone, phoneNumberVerified: false, createdAt: now, updatedAt: now })
    .onConflictDoNothing()
    .returning({ id: users.id })
  return inserted.length === 1
}

/** One password a person: its id is made from theirs. The shape is better-auth's: provider "credential", account = user. */
export const insertPassword = (tx: Tx, { userId, password, now }: { userId: string; password: string; now: Date }) =>
  tx
    .insert(credentials)
    .values({ id: `crd_${userId}`, accountId: userId, providerId: 'credential', userId, password, createdAt: now, updatedAt: now })
    .onConflictDoNothing({ target: credentials.id })

export const grantRole = (tx: Tx, { userId, role, actsFor }: { userId: string } & Pick<typeof roles.$inferSelect, 'role' | 'actsFor'>) =>
  tx
    .insert(roles)
    .values({ id: `rol_${userId}_${role}_${actsFor}`, userId, role, actsFor })
    .onConflictDoNothing()

/** Once a user: the second is not written. */
export const insertCustomer = (tx: Tx, customer: typeof customers.$inferInsert) =>
  tx.insert(customers).values(customer).onConflictDoNothing()

export const isFarm = async (db: Db, farmId: string) =>
  (await db.select({ id: farms.id }).from(farms).where(eq(farms.id, farmId)).limit(1)).length > 0

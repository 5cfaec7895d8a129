import { eq, sql } from 'drizzle-orm'
import type { Reader } from '#db/connection.ts'
import { prepared } from '#db/prepared.ts'
import { roles } from '#db/schema/identity.ts'
import { customers } from '#db/schema/ordering.ts'

export type Role = Pick<typeof roles.$inferSelect, 'role' | 'actsFor'>
export type Customer = Pick<typeof customers.$inferSelect, 'name' | 'phone' | 'email' | 'homeType' | 'homeId'> & { customerId: string }

/** Asked on every request of whoever is signed in: what they may enter, as of now. */
export const findRolesOf = prepared<Reader, { userId: string }, Role[]>('roles_of_user', (db) =>
  db
    .select({ role: roles.role, actsFor: roles.actsFor })
    .from(roles)
    .where(eq(roles.userId, sql.placeholder('userId')))
    .orderBy(roles.id),
)

const findCustomers = prepared<Reader, { userId: string }, Customer[]>('customer_of_user', (db) =>
  db
    .select({
      customerId: customers.id,
      name: customers.name,
      phone: customers.phone,
      email: customers.email,
      homeType: customers.homeType,
      homeId: customers.homeId,
    })
    .from(customers)
    .where(eq(customers.userId, sql.placeholder('userId'))),
)

/** The customer a user is, when they have ever registered as one. */
export const findCustomerOf = async (db: Reader, userId: string): Promise<Customer | null> =>
  (await findCustomers(db, { userId }))[0] ?? null

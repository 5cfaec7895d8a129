import { hashPassword } from 'better-auth/crypto'
import type { Database } from '#db/client.server.ts'
import * as accounts from '#db/queries/customers/accounts.server.ts'
import type { Role } from '#db/queries/viewers.server.ts'

type NewAccount = {
  userId: string
  name: string
  email: string
  password: string
  /** known to be theirs: it signs them in by code */
  phone?: string
  roles: readonly Role[]
  now: Date
}

/**
 * Gives a known person an account to sign in with and the offices it may enter. Calling it again adds roles that are
 * new and changes nothing else, the password included.
 */
export async function createAccount(
  { reader, transact }: Database,
  { userId, name, email, password, phone, roles, now }: NewAccount,
): Promise<void> {
  const known = await accounts.findUser(reader, userId)
  const hashed = known ? null : await hashPassword(password) // slow on purpose, so never inside the transaction
  await transact(async (tx) => {
    await accounts.insertUser(tx, { userId, name, email: email.toLowerCase(), phone: phone ?? null, now })
    if (hashed) await accounts.insertPassword(tx, { userId, password: hashed, now })
    for (const role of roles) await accounts.grantRole(tx, { userId, ...role })
  })
}

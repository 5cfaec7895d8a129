import { hashPassword } from 'better-auth/crypto'
import { invariant } from '#app/domain/invariant.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { newId } from '#db/new-id.server.ts'
import * as accounts from '#db/queries/customers/accounts.server.ts'
import { findCustomerOf } from '#db/queries/viewers.server.ts'
import { claimBasketWithin, type GuestTraces } from './claim-basket.server.ts'

type Registration = GuestTraces & { name: string; email: string; password: string; storefrontId: string; now: Date }
export type RegisterRefusal = { code: 'contact_taken' }
type Registered = { userId: string; customerId: string; basketId: string | null }

/**
 * Makes someone with an e-mail and a password a customer: their account, their home (the shop they came through) and
 * what they did as a guest, all or nothing. Whoever registers by phone does so with a code (`signIn`).
 * @returns refused when the e-mail signs somebody in already; as long is taken over that as over a registration
 */
export async function registerCustomer(
  { transact }: Database,
  { email, password, ...who }: Registration,
): Promise<Result<Registered, RegisterRefusal>> {
  const hashed = await hashPassword(password) // slow on purpose, so never inside the transaction
  return transact(async (tx) => {
    const address = email.toLowerCase()
    const userId = newId('usr')
    const isNew = await accounts.insertUser(tx, { userId, name: who.name, email: address, phone: null, now: who.now })
    if (!isNew) return refuse({ code: 'contact_taken' })
    await accounts.insertPassword(tx, { userId, password: hashed, now: who.now })
    const customerId = await becomeCustomer(tx, { userId, ...who, email: address, phone: '' })
    return accept({ userId, customerId, basketId: await claimBasketWithin(tx, customerId, who) })
  })
}

type Buyer = { userId: string; name: string; email: string | null; phone: string; storefrontId: string; now: Date }

/** Once a user. Their home is the shop they came through: a farm that exists, or else the alliance. */
export async function becomeCustomer(tx: Tx, { userId, name, email, phone, storefrontId, now }: Buyer): Promise<string> {
  const home = (await accounts.isFarm(tx, storefrontId))
    ? { homeType: 'farm' as const, homeId: storefrontId }
    : { homeType: 'alliance' as const, homeId: 'alliance' }
  await accounts.insertCustomer(tx, { id: newId('cus'), userId, name, phone, email, ...home, createdAt: now })
  const customer = await findCustomerOf(tx, userId)
  invariant(customer, `user ${userId} did not become a customer`)
  return customer.customerId
}

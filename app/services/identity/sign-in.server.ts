import { APIError } from 'better-auth/api'
import { invariant } from '#app/domain/invariant.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { type Auth, isPhoneMail } from '#app/integrations/identity/auth.server.ts'
import type { Database } from '#db/client.server.ts'
import { findUser } from '#db/queries/customers/accounts.server.ts'
import { findCustomerOf, findRolesOf, type Role } from '#db/queries/viewers.server.ts'
import { claimBasketWithin, type GuestTraces } from './claim-basket.server.ts'
import { becomeCustomer } from './register-customer.server.ts'

export type Proof = { kind: 'password'; email: string; password: string } | { kind: 'code'; phone: string; code: string; name?: string }
type SignIn = GuestTraces & { auth: Auth; proof: Proof; client: Headers; storefrontId: string; now: Date }

/** `setCookies` carry the session; `basketId` is the basket to go on with. Staff who never bought are no customers. */
export type SignedIn = { userId: string; roles: Role[]; setCookies: string[]; isCustomer: boolean; basketId: string | null }
export type SignInRefusal = { code: 'wrong_credentials' | 'wrong_code' | 'too_many_tries' }

/**
 * Opens a session for whoever proves who they are. One answer for a wrong password and an unknown e-mail, and as long
 * to give it. A phone's first code makes its owner a customer. What was done as a guest becomes theirs.
 */
export async function signIn(db: Database, { auth, proof, client, ...rest }: SignIn): Promise<Result<SignedIn, SignInRefusal>> {
  const opened = await openSession(auth, proof, client)
  if (!opened.ok) return opened
  const { userId, setCookies } = opened.value
  const roles = await findRolesOf(db.reader, { userId })
  const settled = await settleIn(db, userId, roles, rest)
  return accept({ userId, roles, setCookies, ...settled })
}

/** Sends a code to a phone, whoever it belongs to: the answer says nothing about them. */
export async function sendCode(
  auth: Auth,
  { phone, client }: { phone: string; client: Headers },
): Promise<Result<null, { code: 'too_many_tries' }>> {
  try {
    await auth.api.sendPhoneNumberOTP({ body: { phoneNumber: phone }, headers: client })
    return accept(null)
  } catch (error) {
    if (error instanceof APIError && error.status === 'TOO_MANY_REQUESTS') return refuse({ code: 'too_many_tries' })
    throw error
  }
}

async function openSession(
  auth: Auth,
  proof: Proof,
  client: Headers,
): Promise<Result<Pick<SignedIn, 'userId' | 'setCookies'>, SignInRefusal>> {
  try {
    const { headers, response } = await prove(auth, proof, client)
    invariant(response.user, 'a session without a user')
    return accept({ userId: response.user.id, setCookies: headers.getSetCookie() })
  } catch (error) {
    if (!(error instanceof APIError) || error.statusCode >= 500) throw error
    if (error.status === 'TOO_MANY_REQUESTS') return refuse({ code: 'too_many_tries' })
    return refuse({ code: proof.kind === 'password' ? 'wrong_credentials' : 'wrong_code' })
  }
}

const prove = (auth: Auth, proof: Proof, headers: Headers) =>
  proof.kind === 'password'
    ? auth.api.signInEmail({ body: { email: proof.email, password: proof.password }, headers, returnHeaders: true })
    : auth.api.verifyPhoneNumber({
        body: { phoneNumber: proof.phone, code: proof.code, ...(proof.name ? { name: proof.name } : {}) },
        headers,
        returnHeaders: true,
      })

/** The alliance's and the farms' people are customers only once they buy; their basket stays as it is. */
async function settleIn(
  db: Database,
  userId: string,
  roles: Role[],
  { storefrontId, now, ...traces }: Omit<SignIn, 'auth' | 'proof' | 'client'>,
) {
  const known = await findCustomerOf(db.reader, userId)
  if (!known && roles.length > 0) return { isCustomer: false, basketId: traces.basketId }
  return await db.transact(async (tx) => {
    const user = await findUser(tx, userId)
    invariant(user, `a session for user ${userId}, who is not there`)
    const email = isPhoneMail(user.email) ? null : user.email
    const customerId =
      known?.customerId ?? (await becomeCustomer(tx, { userId, name: user.name, email, phone: user.phoneNumber ?? '', storefrontId, now }))
    return { isCustomer: true, basketId: await claimBasketWithin(tx, customerId, traces) }
  })
}

import { APIError } from 'better-auth/api'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { Auth } from '#app/integrations/identity/auth.server.ts'
import type { Database } from '#db/client.server.ts'
import { dropPasswordLinks, endSessions } from '#db/queries/account/access.server.ts'

/** A link by which a new password can be set goes to the address, if anybody signs in with it; the answer is the same for all. */
export async function askPasswordReset(
  auth: Auth,
  { email, client }: { email: string; client: Headers },
): Promise<Result<null, { code: 'too_many_tries' }>> {
  try {
    await auth.api.requestPasswordReset({ body: { email }, headers: client })
    return accept(null)
  } catch (error) {
    if (error instanceof APIError && error.status === 'TOO_MANY_REQUESTS') return refuse({ code: 'too_many_tries' })
    throw error
  }
}

/** Sets a password by a link: it works once, for thirty minutes, and everybody who was signed in is out. */
export async function resetPassword(
  auth: Auth,
  { token, password }: { token: string; password: string },
): Promise<Result<null, { code: 'link_over' }>> {
  try {
    await auth.api.resetPassword({ body: { token, newPassword: password } })
    return accept(null)
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return refuse({ code: 'link_over' })
    throw error
  }
}

type ChangePassword = { current: string; password: string; userId: string; client: Headers }

/** Another password for whoever knows the old one; all other devices are signed out. @returns this one's new cookies */
export async function changePassword(
  { transact }: Pick<Database, 'transact'>,
  auth: Auth,
  { current, password, userId, client }: ChangePassword,
): Promise<Result<{ setCookies: string[] }, { code: 'wrong_password' }>> {
  try {
    const body = { currentPassword: current, newPassword: password, revokeOtherSessions: true }
    const { headers } = await auth.api.changePassword({ body, headers: client, returnHeaders: true })
    await transact((tx) => dropPasswordLinks(tx, userId))
    return accept({ setCookies: headers.getSetCookie() })
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return refuse({ code: 'wrong_password' })
    throw error
  }
}

/** Signed out on every device. */
export const signOutEverywhere = ({ transact }: Pick<Database, 'transact'>, userId: string): Promise<unknown> =>
  transact((tx) => endSessions(tx, userId))

/** Links sent before set no password any more. */
export const forgetPasswordLinks = ({ transact }: Pick<Database, 'transact'>, userId: string): Promise<void> =>
  transact(async (tx) => {
    await dropPasswordLinks(tx, userId)
  })

import { APIError } from 'better-auth/api'
import type { Auth } from '#app/integrations/identity/auth.server.ts'
import type { Reader } from '#db/client.server.ts'
import { findAccess } from '#db/queries/account/access.server.ts'

/**
 * Whether the one at this browser is who is signed in: they know the password, or where there is none have the code that was sent
 * to their phone.
 */
export async function provePerson(
  db: Pick<Reader, 'select'>,
  auth: Auth,
  { userId, proof, client }: { userId: string; proof: string; client: Headers },
): Promise<boolean> {
  const access = await findAccess(db, userId)
  if (!access || proof === '') return false
  try {
    if (access.hasPassword) await auth.api.verifyPassword({ body: { password: proof }, headers: client })
    else if (access.phone === null) return false
    else await auth.api.verifyPhoneNumber({ body: { phoneNumber: access.phone, code: proof, disableSession: true }, headers: client })
    return true
  } catch (error) {
    if (error instanceof APIError && error.statusCode < 500) return false
    throw error
  }
}

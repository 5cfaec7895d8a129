import { isPhoneMail } from '#app/integrations/identity/auth.server.ts'
import type { Reader } from '#db/client.server.ts'
import { findAccess } from '#db/queries/account/access.server.ts'

/** How somebody signs in; `email` null where they have told us none. */
export async function readAccess(db: Pick<Reader, 'select'>, userId: string) {
  const access = await findAccess(db, userId)
  return access && { ...access, email: isPhoneMail(access.email) ? null : access.email }
}

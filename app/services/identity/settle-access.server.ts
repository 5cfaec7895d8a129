import type { Locale } from '#app/i18n/locale.ts'
import { isPhoneMail } from '#app/integrations/identity/auth.server.ts'
import type { Tx } from '#db/client.server.ts'
import { dropPasswordLinks, endOtherSessions } from '#db/queries/account/access.server.ts'
import { promiseAccessNotice } from './tell-access-changed.server.ts'

/** Who confirms a change of how they sign in: by `token` their session here, in `locale` the words they are told in. */
export type Confirming = { userId: string; token: string; locale: Locale; now: Date }

type Changed = Confirming & { changed: 'mail' | 'phone'; before: { email: string; phone: string | null } }

/** What follows from signing in by another address or number: other devices are out, old links set no password, and where they were reached before is told. */
export async function settleAccess(tx: Tx, { userId, token, locale, now, changed, before }: Changed) {
  await endOtherSessions(tx, { userId, token })
  await dropPasswordLinks(tx, userId)
  const email = isPhoneMail(before.email) ? null : before.email
  await promiseAccessNotice(tx, { userId, changed, email, phone: before.phone, locale }, now)
}

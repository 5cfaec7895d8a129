import type { AccountPart } from '#app/domain/after-sales/who-bears.ts'
import { db } from '#app/http/runtime.server.ts'
import { findPartyNames } from '#db/queries/payments/refund-desk.server.ts'

/** Accounts with the names of the farms and leaders they belong to; null for everyone else's. */
export async function nameParties(parts: readonly AccountPart[]) {
  const partyOf = (account: string) => account.split(':')[1] ?? ''
  const names = await findPartyNames(
    db().reader,
    parts.map(({ account }) => partyOf(account)),
  )
  return parts.map((part) => ({
    ...part,
    zh: names.get(partyOf(part.account))?.zh ?? null,
    en: names.get(partyOf(part.account))?.en ?? null,
  }))
}

import { partyAccounts, systemAccounts } from '#app/domain/ledger/accounts.ts'
import type { allianceDeskMessages } from '#app/i18n/messages/alliance-desk.ts'

type Texts = (typeof allianceDeskMessages)['en']

/** What money.md calls an account, by its code: `2110:farm_wj` is 农场待结. Empty for a code that is not in the chart. */
export function accountName(t: Texts, accountId: string): string {
  const code = [...systemAccounts, ...partyAccounts].find((known) => known === accountId.split(':')[0])
  return code ? t[`account_${code}`] : ''
}

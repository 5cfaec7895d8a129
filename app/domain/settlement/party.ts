import type { AccountId } from '#app/domain/ledger/accounts.ts'

export const partyTypes = ['farm', 'leader'] as const
export type PartyType = (typeof partyTypes)[number]
/** Who is settled with and paid. */
export type Party = { type: PartyType; id: string }

/** One party among all, as the processor is told it too. */
export const partyKey = ({ type, id }: Party): string => `${type}:${id}`

/** Where what a party has earned waits for settlement. A leader has one account only. */
export const pendingAccounts = ({ type, id }: Party): AccountId[] => (type === 'farm' ? [`2110:${id}`, `2210:${id}`] : [`2310:${id}`])

/** What a party is paid from, and what it falls into debt on. */
export const payableAccount = ({ type, id }: Party): AccountId => (type === 'farm' ? `2120:${id}` : `2310:${id}`)

/** Every account an order's share may stand on, or have been given back from. */
export const shareAccounts = (party: Party): AccountId[] => [...new Set([...pendingAccounts(party), payableAccount(party)])]

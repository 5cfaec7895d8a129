/** money.md's chart of accounts. */
export const systemAccounts = [
  '1010', // processor pending
  '1020', // processor available
  '1030', // bank
  '1110', // government match due
  '2410', // brand fund
  '2510', // delivery pool
  '2610', // risk reserve
  '2810', // VAT
  '2820', // tax withheld
  '3010', // equity
  '4010', // service fee
  '4020', // distribution, of customers whose home is the alliance
  '4030', // premium margin
  '5010', // processor fee
  '5020', // promotion
  '5030', // goodwill
  '5040', // dispute fee
  '5050', // exchange
  '5060', // bad debt
  '5070', // second rebate
  '9010', // suspense, 0 at close
] as const

/** Kept per party: one account for each order, farm, leader, carrier, refund, payout or dispute. */
export const partyAccounts = ['1130', '2010', '2020', '2030', '2110', '2120', '2130', '2210', '2310', '2520'] as const

const codes: readonly string[] = [...systemAccounts, ...partyAccounts]

/** Whether an account's id begins with a code of the chart: `2110:farm_wj` does. */
export const isInChart = (id: string): boolean => codes.includes(id.split(':')[0] ?? '')

export type SystemAccount = (typeof systemAccounts)[number]
export type PartyCode = (typeof partyAccounts)[number]
export type AccountId = SystemAccount | `${PartyCode}:${string}`

/** Escrow and money in transit may not be overdrawn; what parties are owed may, to a cap, visibly. */
const mayNotCross: Partial<Record<PartyCode, 'debit' | 'credit'>> = {
  '1130': 'debit',
  '2010': 'credit',
  '2030': 'credit',
  '2130': 'credit',
}

/** @returns the row an account is opened with; a party's balance is kept, a system account's summed */
export function describeAccount(id: AccountId) {
  const [code, ...rest] = id.split(':') as [SystemAccount | PartyCode, ...string[]]
  const party = rest.length > 0 ? rest.join(':') : null
  return { id, code, party, kept: party !== null, side: party === null ? 'either' : (mayNotCross[code as PartyCode] ?? 'either') } as const
}

import { accept, type Result, refuse } from '#app/domain/result.ts'

export const payoutRailNames = ['bank', 'stripe'] as const
export type PayoutRailName = (typeof payoutRailNames)[number]

export type PayoutAccountEntry = { rail: PayoutRailName; holder: string; bank: string; number: string }
export type PayoutAccountProblem = 'missing' | 'too_long' | 'not_an_account_number' | 'not_a_connected_account'
export type PayoutAccountField = 'holder' | 'bank' | 'number'

const longest = 80

/**
 * Account numbers at banks in China have 8 to 32 digits, written with or without gaps; a processor's connected account is named
 * acct_….
 * @returns the entry as it is kept, or what is wrong with which fields
 */
export function checkPayoutAccount(
  typed: PayoutAccountEntry,
): Result<PayoutAccountEntry, { code: 'not_valid'; problems: Partial<Record<PayoutAccountField, PayoutAccountProblem>> }> {
  const isBank = typed.rail === 'bank'
  const entry = {
    rail: typed.rail,
    holder: typed.holder.trim(),
    bank: isBank ? typed.bank.trim() : 'Stripe',
    number: isBank ? typed.number.normalize('NFKC').replaceAll(/[\s-]/g, '') : typed.number.trim(),
  }
  const problems: Partial<Record<PayoutAccountField, PayoutAccountProblem>> = {}
  for (const field of ['holder', 'bank', 'number'] as const) {
    if (entry[field] === '') problems[field] = 'missing'
    else if (entry[field].length > longest) problems[field] = 'too_long'
  }
  if (isBank && !problems.number && !/^\d{8,32}$/.test(entry.number)) problems.number = 'not_an_account_number'
  if (!isBank && !problems.number && !/^acct_\w{3,60}$/.test(entry.number)) problems.number = 'not_a_connected_account'
  return Object.keys(problems).length > 0 ? refuse({ code: 'not_valid', problems }) : accept(entry)
}

/** The last four of a number, enough to tell one's own account by. */
export const maskedNumber = (number: string): string => `···· ${number.slice(-4)}`

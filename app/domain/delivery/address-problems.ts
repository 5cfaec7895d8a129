/** Why a field of a kept address is refused. The screen has a sentence for each. */
export const addressProblems = [
  'recipient_missing',
  'recipient_long',
  'phone_invalid',
  'district_missing',
  'street_missing',
  'street_long',
] as const
export type AddressProblem = (typeof addressProblems)[number]

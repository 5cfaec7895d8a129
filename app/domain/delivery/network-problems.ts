/** Why a field of the network's forms cannot be read. The screen has a sentence for each. */
export const networkProblems = [
  'missing',
  'too_long',
  'bad_time',
  'bad_date',
  'bad_amount',
  'bad_count',
  'bad_place',
  'bad_corners',
  'no_days',
] as const
export type NetworkProblem = (typeof networkProblems)[number]
/** What is wrong with which field of a form. */
export type NetworkProblems = Partial<Record<string, NetworkProblem>>

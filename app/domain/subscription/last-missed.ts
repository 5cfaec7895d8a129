type Noted = { weekOn: string; status: 'planned' | 'skipped' | 'ordered' | 'refused' }

/** The latest week that was wanted and did not come; null once a later one is ordered, which says more than what is past. */
export function lastMissed<Week extends Noted>(weeks: readonly Week[]): Week | null {
  const settled = weeks.filter(({ status }) => status === 'ordered' || status === 'refused')
  const latest = settled.toSorted((a, b) => a.weekOn.localeCompare(b.weekOn)).at(-1)
  return latest?.status === 'refused' ? latest : null
}

import { shanghaiInstant } from '#app/domain/business-day.ts'

/** The instants of a month (YYYY-MM) in Asia/Shanghai, `from` included and `until` not. */
export function monthSpan(month: string): { from: Date; until: Date } {
  const [year = 0, number = 0] = month.split('-').map(Number)
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`
  return { from: shanghaiInstant(`${month}-01`), until: shanghaiInstant(`${next}-01`) }
}

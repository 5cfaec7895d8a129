/** Months 1–12; `from` after `to` runs over the new year. */
export type Season = { from: number; to: number }

export const isInSeason = ({ from, to }: Season, month: number): boolean =>
  from <= to ? month >= from && month <= to : month >= from || month <= to

/** The months of some seasons together; null among them is all the year. */
export const harvestMonthsOf = (seasons: readonly (Season | null)[]): Set<number> =>
  new Set(
    Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => seasons.some((one) => one === null || isInSeason(one, month))),
  )

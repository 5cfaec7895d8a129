/** Months 1–12; `from` after `to` runs over the new year. */
export type Season = { from: number; to: number }

export const isInSeason = ({ from, to }: Season, month: number): boolean =>
  from <= to ? month >= from && month <= to : month >= from || month <= to

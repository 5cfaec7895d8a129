const shanghaiOffsetMs = 8 * 3600_000

/** The calendar day in Asia/Shanghai (UTC+8, no summer time since 1991), YYYY-MM-DD. */
export const businessDay = (at: Date): string => new Date(at.getTime() + shanghaiOffsetMs).toISOString().slice(0, 10)

/** The calendar day `days` after (or, if negative, before) a day. */
export const addDays = (on: string, days: number): string =>
  new Date(Date.parse(`${on}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** The instant of a wall-clock time in Asia/Shanghai. */
export const shanghaiInstant = (on: string, clock = '00:00'): Date => new Date(`${on}T${clock}:00+08:00`)

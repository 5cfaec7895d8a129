import { formatShortDay } from './format.ts'
import type { Locale } from './locale.ts'

/** A day beside another: without its year where both lie in the same, 11月24日, Nov 24; else in full, 2028-10-22. */
export const formatNearDay = (on: string, near: string, locale: Locale): string =>
  on.slice(0, 4) === near.slice(0, 4) ? formatShortDay(on, locale) : on

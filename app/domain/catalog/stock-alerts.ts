import { daysBetween } from '#app/domain/days-between.ts'

/** Fewer than this many left of a size is low: a wave may take them all before anybody looks again. Our figure. */
export const lowStockBelow = 6
/** A lot this many days or fewer from its best-before is worth a look. Our figure. */
export const bestBeforeWithinDays = 2

type SizeStock = { left: number }
type Lot = { available: number; bestBeforeOn: string }

export type StockAlert = 'sold_out' | 'low'
export type LotAlert = 'past' | 'soon'

/** What is wrong with a listed size's stock; `left` counts what can still be sold. */
export function stockAlertOf({ left }: SizeStock): StockAlert | null {
  if (left === 0) return 'sold_out'
  return left < lowStockBelow ? 'low' : null
}

/** Whether a lot with something left spoils soon, or has: `past` once its best-before lies behind `today`. An empty lot worries nobody. */
export function lotAlertOf({ available, bestBeforeOn }: Lot, today: string): LotAlert | null {
  if (available === 0) return null
  const days = daysBetween(today, bestBeforeOn)
  if (days < 0) return 'past'
  return days <= bestBeforeWithinDays ? 'soon' : null
}

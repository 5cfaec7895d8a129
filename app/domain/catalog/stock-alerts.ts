/** Fewer than this many left of a size is low: a wave may take them all before anybody looks again. Our figure. */
export const lowStockBelow = 6
/** A lot this many days or fewer from its best-before is worth a look. Our figure. */
export const bestBeforeWithinDays = 2

type SizeStock = { left: number }

export type StockAlert = 'sold_out' | 'low'

/** What is wrong with a listed size's stock; `left` counts what can still be sold. */
export function stockAlertOf({ left }: SizeStock): StockAlert | null {
  if (left === 0) return 'sold_out'
  return left < lowStockBelow ? 'low' : null
}

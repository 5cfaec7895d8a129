import { groupBy } from '#app/domain/group-by.ts'

type PickedLot = { variantId: string; lotId: string; harvestedOn: string; bestBeforeOn: string; quantity: number }

/** A size to pick, how many in all, and from which lots: those that spoil first come first. */
export type PickEntry<Row extends PickedLot> = { goods: Row; quantity: number; lots: Row[] }

/** Lots of sizes as they were sold become one entry a size, in the order the sizes came. */
export function pickSheetOf<Row extends PickedLot>(rows: readonly Row[]): PickEntry<Row>[] {
  return [...groupBy(rows, (row) => row.variantId).values()].map((lots) => ({
    goods: lots[0]!,
    quantity: lots.reduce((sum, lot) => sum + lot.quantity, 0),
    lots: [...lots].sort((a, b) => (a.bestBeforeOn < b.bestBeforeOn ? -1 : a.bestBeforeOn > b.bestBeforeOn ? 1 : 0)),
  }))
}

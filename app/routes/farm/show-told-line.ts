import type { ToldLine } from '#app/services/ledger/read-statement.server.ts'

/** A line of the farm's account as the screen shows it; the books' own numbers for it stay in the books. */
export const showToldLine = ({ id, at, event, netFen, breakdown, reckonedWaveId, sold }: ToldLine) => ({
  id,
  at,
  event,
  netFen,
  breakdown,
  reckonedWaveId,
  sold: sold && withoutId(sold),
})

const withoutId = <Line extends { lineId: string }>({ lineId: _, ...sold }: Line) => sold

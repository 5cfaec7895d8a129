import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { AccountId } from './accounts.ts'
import { moving, type Posting, type Transfer } from './posting.ts'

export const waveReckonedKey = (waveId: string) => `${waveId}:reckoned`

/** The wave whose reckoning a posting is; null for any other. */
export const reckonedWaveOf = ({ event, postingKey }: { event: string; postingKey: string }): string | null =>
  event === 'wave_reckoned' ? postingKey.slice(0, postingKey.lastIndexOf(':')) : null

type WaveReckoned = {
  waveId: string
  /** as driven; `paidFen` of it went to the carrier with orders that were accepted before */
  carriers: readonly { carrierId: string; costFen: Fen; paidFen: Fen }[]
  farms: readonly { farmId: string; freightFen: Fen }[]
  at: Date
}

/**
 * A wave is over and its cost is known: the pool pays each carrier what acceptances have not, or takes back what they paid too
 * much, and the farms pay into the pool what the customers' fees did not cover.
 */
export const waveReckoned = ({ waveId, carriers, farms, at }: WaveReckoned): Posting => ({
  key: waveReckonedKey(waveId),
  event: 'wave_reckoned',
  orderId: null,
  effectiveAt: at,
  transfers: moving([
    ...carriers.map(({ carrierId, costFen, paidFen }) => toCarrier(carrierId, costFen - paidFen)),
    ...farms.map(({ farmId, freightFen }): Transfer => ({ debit: `2110:${farmId}`, credit: '2510', amountFen: freightFen })),
  ]),
})

function toCarrier(carrierId: string, amount: number): Transfer {
  const carrier: AccountId = `2520:${carrierId}`
  return amount < 0
    ? { debit: carrier, credit: '2510', amountFen: fen(-amount) }
    : { debit: '2510', credit: carrier, amountFen: fen(amount) }
}

import { type Fen, fen } from '#app/domain/money/fen.ts'
import type { LineTerms } from './line-terms.ts'
import { splitLine } from './split-line.ts'

/** Where a part of a sale goes; `kept` is what the producer has in the end. */
export type WaterfallPart = 'topUp' | 'distribution' | 'leader' | 'service' | 'vat' | 'brand' | 'margin' | 'reserve' | 'kept'

/** One step of a waterfall: from what is left before it to what is left after it. `kept` ends at zero. */
export type WaterfallStep = { part: WaterfallPart; amountFen: Fen; beforeFen: Fen; afterFen: Fen }

export type SampleSale = { amountFen: Fen; weightG: number; producerId: string; terms: LineTerms }

/**
 * What happens to a sale, step by step, by the very split that is made when a line is accepted: a top-up raises it, every
 * share lowers it, the reserve is paid out of the producer's, and what is left is theirs. Parts of nothing are left out.
 */
export function layOutWaterfall({ amountFen, weightG, producerId, terms }: SampleSale): WaterfallStep[] {
  const shares = splitLine(amountFen, weightG, producerId, terms)
  const falls: [WaterfallPart, number][] = [
    ['topUp', -shares.topUpFen],
    ['distribution', shares.distributionFen],
    ['leader', shares.leaderFen],
    ['service', shares.serviceFen],
    ['vat', shares.vatFen],
    ['brand', shares.brandFen],
    ['margin', shares.premiumMarginFen],
    ['reserve', shares.reserveFen],
    ['kept', shares.producerFen - shares.reserveFen],
  ]
  let leftFen: number = amountFen
  return falls.flatMap(([part, fallFen]) => {
    if (fallFen === 0) return []
    const beforeFen = leftFen
    leftFen -= fallFen
    return [{ part, amountFen: fen(Math.abs(fallFen)), beforeFen: fen(beforeFen), afterFen: fen(leftFen) }]
  })
}

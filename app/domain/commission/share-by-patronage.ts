import { allocate } from '#app/domain/money/allocate.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'

/** What a farm's part is measured by: grams or fen it sold, or shares it holds; whole, at least 0. */
export type Patronage = { farmId: string; measure: number }

/**
 * Divides a sum among farms by what each brought, by largest remainder, ties to the earlier (money.md rule 5).
 * @returns those who get something, in the order given; nobody when nobody brought anything
 */
export function shareByPatronage(totalFen: Fen, patronage: readonly Patronage[]): { farmId: string; amountFen: Fen }[] {
  const measures = patronage.map(({ measure }) => measure)
  if (!measures.some((measure) => measure > 0)) return []
  const parts = allocate(totalFen, measures)
  return patronage.map(({ farmId }, index) => ({ farmId, amountFen: fen(parts[index]!) })).filter(({ amountFen }) => amountFen > 0)
}

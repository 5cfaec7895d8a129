import { type Fen, fen } from '#app/domain/money/fen.ts'

/** Up to this much one person of the office gives back alone; above it a second one approves (money.md, refunds). */
export const aloneUpToFen = fen(200_00)

export const needsSecondPerson = (cashFen: Fen) => cashFen > aloneUpToFen

import { type Fen, fen } from '#app/domain/money/fen.ts'

/** What may be paid from the processor's balance (1020), and what stands against it already. */
export type Cover = {
  availableFen: Fen
  /** approved and not yet with the customer (2030) */
  refundsFen: Fen
  /** payouts made and not yet confirmed (2130) */
  inTransitFen: Fen
}

/** How much is missing to pay `askedFen` and still refund every open refund (money.md); 0 when it is covered. */
export const shortOfCover = ({ availableFen, refundsFen, inTransitFen }: Cover, askedFen: Fen): Fen =>
  fen(Math.max(0, refundsFen + inTransitFen + askedFen - availableFen))

import { type Fen, fen } from '#app/domain/money/fen.ts'

/**
 * What stands in the two places money leaves from, and what stands against it there (decision 0016): refunds go back the way
 * their money came, payouts leave the processor's balance on every rail.
 */
export type Cover = {
  processor: {
    /** 1020 */
    availableFen: Fen
    /** through the processor: approved and not yet with the customer (2030) */
    refundsFen: Fen
    /** payouts made and not yet confirmed (2130) */
    inTransitFen: Fen
  }
  bank: {
    /** 1030 */
    availableFen: Fen
    /** by bank transfer: approved and not yet sent (2030) */
    refundsFen: Fen
  }
}

/** How much is missing at the processor to pay `askedFen` and still refund every refund that goes through it; 0 when covered. */
export const shortOfCover = ({ processor: { availableFen, refundsFen, inTransitFen } }: Cover, askedFen: Fen): Fen =>
  fen(Math.max(0, refundsFen + inTransitFen + askedFen - availableFen))

/** How much is missing at the bank to give `askedFen` away and still refund every refund that goes by transfer; 0 when covered. */
export const shortAtBank = ({ bank: { availableFen, refundsFen } }: Cover, askedFen: Fen): Fen =>
  fen(Math.max(0, refundsFen + askedFen - availableFen))

import type { PaymentProcessor } from '#app/integrations/stripe/processor.ts'
import type { TransferRail } from './payout-rail.ts'

/** Stripe Connect, separate charges and transfers: a transfer to the party's own connected account. */
export const stripeTransfers = (processor: PaymentProcessor): TransferRail => ({
  send: ({ payoutId, number, amountFen }) => processor.transfer({ payoutId, accountId: number, amountFen }),
  find: (payoutId) => processor.findTransfer(payoutId),
  async takeBack({ transferId, recoveryId, amountFen }) {
    await processor.reverseTransfer({ transferId, reversalKey: recoveryId, amountFen })
  },
})

import { bankBatch } from '#app/integrations/payout/bank-batch.server.ts'
import type { PayoutRails } from '#app/integrations/payout/payout-rail.ts'
import { stripeTransfers } from '#app/integrations/payout/stripe-transfers.ts'
import { processor } from './payments.server.ts'

/** How farms and leaders are paid: a file for the bank, or transfers of the processor that takes the payments. */
export const payoutRails = (): PayoutRails => ({ bank: bankBatch, stripe: stripeTransfers(processor()) })

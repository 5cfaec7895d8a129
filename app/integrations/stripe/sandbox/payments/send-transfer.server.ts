import type Stripe from 'stripe'
import {
  buildTransfer,
  buildTransferReversal,
  type TransferRequest,
} from '#app/integrations/stripe/sandbox/objects/build-transfer.server.ts'
import { findObject, insertObject, replaceObject } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { idOf } from '#app/integrations/stripe/sandbox/store/read-reference.server.ts'
import type { Work } from './begin-work.server.ts'
import { moveBalance } from './move-balance.server.ts'
import { recordEvent } from './record-event.server.ts'

const LISTED_WITH_THE_TRANSFER = 10

/** Hands money on to a connected account; of a charge not available yet when that is its source. The caller has seen that it is there. */
export function sendTransfer(work: Work, request: TransferRequest): Stripe.Transfer {
  const { store, atS } = work
  const begun = buildTransfer(request, atS)
  const movement = moveBalance(work, {
    type: 'transfer',
    amount: -request.amount,
    currency: request.currency,
    source: begun.id,
    description: request.description ?? `Transfer to ${request.destination}`,
    availableOnS: availableWith(work, request.sourceTransaction),
  })
  const transfer = { ...begun, balance_transaction: movement.id }
  insertObject(store, transfer)
  recordEvent(work, { type: 'transfer.created', data: { object: transfer } })
  return transfer
}

function availableWith({ store, atS }: Work, chargeId: string | null): number {
  const charge = chargeId === null ? undefined : findObject(store, 'charge', chargeId)
  const movement = charge && findObject(store, 'balance_transaction', idOf(charge.balance_transaction) ?? '')
  return Math.max(atS, movement?.available_on ?? atS)
}

type Reversal = { transfer: Stripe.Transfer; amount: number; metadata: Stripe.Metadata }

/** Takes part of a transfer back. The caller has seen that so much is left of it. */
export function reverseTransfer(work: Work, { transfer, amount, metadata }: Reversal): Stripe.TransferReversal {
  const { store, atS } = work
  const begun = buildTransferReversal({ transfer, amount, metadata, createdS: atS })
  const movement = moveBalance(work, {
    type: 'transfer_refund',
    amount,
    currency: transfer.currency,
    source: begun.id,
    description: `REVERSAL of ${transfer.id}`,
  })
  const reversal = { ...begun, balance_transaction: movement.id }
  insertObject(store, reversal)
  const amountReversed = transfer.amount_reversed + amount
  const all = [reversal, ...transfer.reversals.data]
  const reversed = replaceObject(store, {
    ...transfer,
    amount_reversed: amountReversed,
    reversed: amountReversed === transfer.amount,
    reversals: { ...transfer.reversals, data: all.slice(0, LISTED_WITH_THE_TRANSFER), has_more: all.length > LISTED_WITH_THE_TRANSFER },
  })
  const before = { amount_reversed: transfer.amount_reversed, reversed: transfer.reversed }
  recordEvent(work, { type: 'transfer.reversed', data: { object: reversed, previous_attributes: before } })
  return reversal
}

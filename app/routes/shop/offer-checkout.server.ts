import { businessDay } from '#app/domain/business-day.ts'
import type { Fen } from '#app/domain/money/fen.ts'
import type { CodeRefusal } from '#app/domain/pricing/choose-promotions.ts'
import { db } from '#app/http/runtime.server.ts'
import { quoteOrder } from '#app/services/ordering/quote-order.server.ts'
import { recallDoor } from '#app/services/ordering/recall-door.server.ts'
import type { Destination } from '#app/services/ordering/resolve-place.ts'
import { findNetwork } from '#db/queries/network/network.server.ts'
import { findBasketLines } from '#db/queries/ordering/basket.server.ts'
import { type DescribedQuote, describeQuote } from './describe-quote.ts'
import { type NamedRefusal, nameRefusal, type PlaceOrderRefusal } from './name-refusal.ts'

export type CheckoutOffer = {
  isEmpty: boolean
  quote: DescribedQuote | null
  /** what stands in the way of ordering as it is */
  refusal: NamedRefusal | null
  /** why the code that was typed brings nothing */
  codeRefusal: CodeRefusal | null
  /** why a day cannot be chosen, by wave */
  waveRefusals: Record<string, NamedRefusal>
}

type Question = {
  basketId: string
  /** null for a guest */
  customerId: string | null
  /** null while nobody has said where it goes */
  destination: Destination | null
  waveId: string | null
  /** as typed */
  couponCode: string | null
  /** what the customer wants to pay with credit */
  creditFen: Fen
  /** what placing the order was refused for, when it just was */
  refused?: PlaceOrderRefusal | undefined
  now: Date
}

/**
 * Everything the checkout page says about a basket: the days, the amounts, and in names what is in the way.
 * Reads only; placing the order decides again.
 */
export async function offerCheckout({
  basketId,
  customerId,
  destination,
  waveId,
  couponCode,
  creditFen,
  refused,
  now,
}: Question): Promise<CheckoutOffer> {
  const { reader } = db()
  const network = await findNetwork(reader, now.getTime())
  const lines = await findBasketLines(reader, basketId, businessDay(now))
  const named = (refusal: PlaceOrderRefusal | undefined) => (refusal ? nameRefusal(refusal, lines, network) : null)
  if (lines.length === 0 || !destination) {
    return { ...nothing, isEmpty: lines.length === 0, refusal: named(refused ?? changedPrices(lines)) }
  }
  const delivery = await recallDoor(reader, { customerId, destination })
  const quoted = await quoteOrder(reader, { basketId, delivery, waveId, leaderId: null, couponCode, now })
  if (!quoted.ok) return { ...nothing, refusal: named(refused ?? quoted.refusal) }
  const { offers, chosen, codeRefusal } = quoted.value
  const waveRefusals = Object.fromEntries(
    offers.flatMap(({ waveId, plan }) => (plan.ok ? [] : [[waveId, nameRefusal(plan.refusal, lines, network)]])),
  )
  const inTheWay = refused ?? changedPrices(lines) ?? (chosen && !chosen.plan.ok ? chosen.plan.refusal : undefined)
  return {
    isEmpty: false,
    quote: describeQuote(quoted.value, network, { creditFen, names: lines }),
    refusal: named(inTheWay),
    codeRefusal,
    waveRefusals,
  }
}

const nothing = { isEmpty: false, quote: null, codeRefusal: null, waveRefusals: {} }

function changedPrices(lines: Awaited<ReturnType<typeof findBasketLines>>): PlaceOrderRefusal | undefined {
  const variantIds = lines.filter((line) => line.priceFen !== line.seenPriceFen).map((line) => line.variantId)
  return variantIds.length > 0 ? { code: 'price_changed', variantIds } : undefined
}

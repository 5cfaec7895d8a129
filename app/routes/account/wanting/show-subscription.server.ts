import { businessDay } from '#app/domain/business-day.ts'
import { fen } from '#app/domain/money/fen.ts'
import { priceSwapped, withSwap } from '#app/domain/subscription/swap-parts.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { type ReadWeek, readWeeks } from '#app/services/wanting/read-weeks.server.ts'
import { type Box, type Exchangeable, findExchangeable } from '#db/queries/wanting/boxes.server.ts'
import type { ShownSubscription } from '#db/queries/wanting/subscriptions.server.ts'
import { offerPlaces, type TypedValues } from './read-rhythm.server.ts'

/** So many sizes are offered in a part's place. */
const optionsShown = 12

/** Everything the page of one subscription shows. */
export async function showSubscription({ subscription, ...size }: ShownSubscription) {
  const { reader } = db()
  const at = now()
  const { id, customerId, status, quantity, pausedUntilOn, everyWeeks, weekday, seenPriceFen } = subscription
  const [{ box, weeks, next, missed }, places] = await Promise.all([
    readWeeks(reader, { subscription, priceFen: size.priceFen }, at),
    offerPlaces(customerId),
  ])
  const exchangeable = box
    ? await findExchangeable(reader, {
        categories: [...new Set(box.parts.map(({ category }) => category))],
        except: box.parts.map(({ variantId }) => variantId),
        atLeast: quantity,
        today: businessDay(at),
      })
    : []
  const { nameZh, nameEn, sizeZh, sizeEn, slug, priceFen } = size
  return {
    subscription: { id, status, quantity, pausedUntilOn, everyWeeks, weekday },
    size: { nameZh, nameEn, sizeZh, sizeEn, slug },
    isSold: size.productStatus === 'listed' && size.variantStatus === 'listed',
    risen: priceFen > seenPriceFen ? { beforeFen: seenPriceFen, afterFen: priceFen } : null,
    contents: (box?.parts ?? []).map(({ variantId, units, ...part }) => ({
      ...{ variantId, units, nameZh: part.nameZh, nameEn: part.nameEn, sizeZh: part.sizeZh, sizeEn: part.sizeEn },
    })),
    weeks: weeks.filter(({ order }) => status !== 'ended' || order !== null).map((week) => withParts(week, box, exchangeable, quantity)),
    missed: status === 'ended' ? null : missed,
    next: next && { deliversOn: next.deliversOn, orderedFrom: next.state === 'planned' ? next.changeUntil : null },
    places,
    values: valuesOf(subscription, places.addresses),
    today: businessDay(at),
  }
}

/** For a week that can still be changed: what may come in each part's place, and what that changes in the box's price. */
function withParts(week: ReadWeek, box: Box | null, exchangeable: readonly Exchangeable[], quantity: number) {
  if (!box || !week.isOpen) return { ...week, parts: [] }
  const swaps = week.swapped.map(({ out, into }) => ({ out: out.variantId, in: into.variantId }))
  const prices = new Map([...exchangeable, ...week.swapped.map(({ into }) => into)].map((one) => [one.variantId, fen(one.priceFen)]))
  const parts = box.parts.map((part) => {
    const options = exchangeable
      .filter((one) => one.category === part.category && one.left >= part.units * quantity)
      .toSorted((a, b) => Math.abs(a.priceFen - part.priceFen) - Math.abs(b.priceFen - part.priceFen))
      .slice(0, optionsShown)
    const priceWith = (into: string) => priceSwapped(box.parts, box.offBp, withSwap(swaps, { out: part.variantId, into }), prices).priceFen
    const unswappedFen = priceWith(part.variantId)
    const { variantId, nameZh, nameEn, sizeZh, sizeEn } = part
    return {
      ...{ variantId, nameZh, nameEn, sizeZh, sizeEn },
      intoId: swaps.find((swap) => swap.out === variantId)?.in ?? variantId,
      options: options.map((option) => ({
        ...{ variantId: option.variantId, nameZh: option.nameZh, nameEn: option.nameEn, sizeZh: option.sizeZh, sizeEn: option.sizeEn },
        differenceFen: priceWith(option.variantId) - unswappedFen,
      })),
    }
  })
  return { ...week, parts }
}

type Addresses = Awaited<ReturnType<typeof offerPlaces>>['addresses']

function valuesOf(subscription: ShownSubscription['subscription'], addresses: Addresses): TypedValues {
  const { everyWeeks, weekday, quantity, substitution, note, street, recipient, pickupPointId } = subscription
  const address = addresses.find((one) => one.street === street && one.recipient === recipient)
  return {
    ...{ everyWeeks: String(everyWeeks), weekday: String(weekday), quantity: String(quantity), substitution, note },
    place: pickupPointId ? `point:${pickupPointId}` : address ? `address:${address.id}` : '',
  }
}

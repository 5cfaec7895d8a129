import { groupBy } from '#app/domain/group-by.ts'
import { invariant } from '#app/domain/invariant.ts'
import { picturePath } from '#app/domain/media/picture-files.ts'
import { isPhoneMail } from '#app/integrations/identity/auth.server.ts'
import { type MyData, MyDataSchema } from '#app/schemas/my-data.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader } from '#db/client.server.ts'
import { findAccess } from '#db/queries/account/access.server.ts'
import * as mine from '#db/queries/account/my-data.server.ts'
import { countListeners } from '#db/queries/account/push.server.ts'
import { findCalendarKey } from '#db/queries/customers/calendar.server.ts'
import { findNoticeChoice } from '#db/queries/notices.server.ts'
import { findCreditMoves } from '#db/queries/payments/refund-desk.server.ts'

type Who = { customerId: string; userId: string }
const mostMoves = 100_000

/** Everything kept about a customer, in the shape of `MyDataSchema`; pictures are named with where they can be fetched. */
export async function exportMyData(reader: Reader, { customerId, userId, now }: Who & { now: Date }): Promise<MyData> {
  const [self, access] = [await mine.findMyself(reader, customerId), await findAccess(reader, userId)]
  invariant(self && access, `customer ${customerId} is nobody's`)
  const { name, phone, email, homeType, homeId, createdAt } = self
  const [choice, browsers, key, told, moves, pictures] = await Promise.all([
    findNoticeChoice(reader, customerId),
    countListeners(reader, customerId),
    findCalendarKey(reader, customerId),
    mine.findMyNotices(reader, customerId),
    findCreditMoves(reader, { customerId, limit: mostMoves }),
    mine.findMyPictures(reader, customerId),
  ])
  const data = {
    version: 2,
    exportedAt: now,
    customer: { name, phone, email, homeType, homeId, createdAt },
    signIn: {
      email: isPhoneMail(access.email) ? null : access.email,
      phone: access.phone,
      sessions: await mine.findMySessions(reader, userId),
    },
    addresses: await mine.findMyAddresses(reader, customerId),
    orders: await ordersOf(reader, customerId),
    creditMoves: moves.map(({ event, number, debit, amountFen, at }) => ({
      event,
      order: number,
      amountFen: debit === `2020:${customerId}` ? -amountFen : amountFen,
      at,
    })),
    reviews: await mine.findMyReviews(reader, customerId),
    pictures: pictures.map((picture) => ({ ...picture, path: picturePath(picture.id, 'large.webp') })),
    wishes: await mine.findMyWishes(reader, customerId),
    subscriptions: await mine.findMySubscriptions(reader, customerId),
    adoptions: await mine.findMyAdoptions(reader, customerId),
    notices: { choice, browsers, hasCalendar: key !== null, told },
  }
  return MyDataSchema.parse(JSON.parse(JSON.stringify(data)))
}

async function ordersOf(reader: Reader, customerId: string) {
  const orders = await mine.findMyOrders(reader, customerId)
  const parts = []
  for (const chunk of chunksOf(orders, 100)) {
    const ids = chunk.map(({ id }) => id)
    const lines = groupBy(await mine.findMyLines(reader, ids), ({ orderId }) => orderId)
    const boxes = groupBy(await boxesOf(reader, ids), ({ orderId }) => orderId)
    const refunds = groupBy(await mine.findMyRefunds(reader, ids), ({ orderId }) => orderId)
    const invoices = groupBy(await mine.findMyInvoices(reader, ids), ({ orderId }) => orderId)
    for (const { id, ...order } of chunk) {
      const [invoice = null] = (invoices.get(id) ?? []).map(withoutOrder)
      parts.push({
        ...order,
        lines: (lines.get(id) ?? []).map(withoutOrder),
        boxes: (boxes.get(id) ?? []).map(withoutOrder),
        refunds: (refunds.get(id) ?? []).map(withoutOrder),
        invoice,
      })
    }
  }
  return parts
}

async function boxesOf(reader: Reader, orderIds: string[]) {
  const parts = groupBy(await mine.findMyBoxParts(reader, orderIds), ({ orderId, boxId }) => `${orderId} ${boxId}`)
  return (await mine.findMyBoxes(reader, orderIds)).map(({ variantId, ...box }) => {
    const held = parts.get(`${box.orderId} ${variantId}`) ?? []
    return { ...box, parts: held.map(({ product, size, unitsInOne }) => ({ product, size, unitsInOne })) }
  })
}

const withoutOrder = <Row extends { orderId: string }>({ orderId: _, ...row }: Row) => row

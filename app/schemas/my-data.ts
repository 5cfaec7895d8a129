import { z } from 'zod'

const at = z.iso.datetime()
const fen = z.int()

/**
 * The file a customer takes away: everything kept about them, and nothing of anybody else. Amounts are whole fen (`…Fen`, 100 to
 * the yuan), days `…On` are YYYY-MM-DD in China, instants `…At` are UTC. A change of this shape raises `version`.
 */
export const MyDataSchema = z.strictObject({
  version: z.literal(2),
  exportedAt: at,
  customer: z.strictObject({
    name: z.string(),
    phone: z.string(),
    email: z.string().nullable(),
    homeType: z.enum(['alliance', 'farm', 'leader']),
    homeId: z.string(),
    createdAt: at,
  }),
  signIn: z.strictObject({
    email: z.string().nullable(),
    phone: z.string().nullable(),
    sessions: z.array(z.strictObject({ createdAt: at, expiresAt: at, ipAddress: z.string().nullable(), userAgent: z.string().nullable() })),
  }),
  addresses: z.array(
    z.strictObject({
      recipient: z.string(),
      phone: z.string(),
      district: z.string(),
      street: z.string(),
      lat: z.number(),
      lon: z.number(),
      placedBy: z.string(),
      usedAt: at,
    }),
  ),
  orders: z.array(
    z.strictObject({
      number: z.string(),
      status: z.string(),
      placedAt: at,
      paidAt: at.nullable(),
      completedAt: at.nullable(),
      delivery: z.enum(['door', 'pickup']),
      recipient: z.string(),
      phone: z.string(),
      address: z.string(),
      note: z.string(),
      goodsFen: fen,
      deliveryFen: fen,
      totalFen: fen,
      creditFen: fen,
      lines: z.array(
        z.strictObject({
          product: z.string(),
          size: z.string(),
          farm: z.string(),
          quantity: z.int(),
          unitPriceFen: fen,
          amountFen: fen,
          discountFen: fen,
          couponFen: fen,
          status: z.string(),
          deliversOn: z.iso.date(),
        }),
      ),
      /** what was ordered as a box; its parts are among the lines, those named that are in a box of that kind today */
      boxes: z.array(
        z.strictObject({
          product: z.string(),
          size: z.string(),
          quantity: z.int(),
          unitPriceFen: fen,
          savedFen: fen,
          parts: z.array(z.strictObject({ product: z.string(), size: z.string(), unitsInOne: z.int() })),
        }),
      ),
      refunds: z.array(z.strictObject({ reason: z.string(), status: z.string(), cashFen: fen, requestedAt: at })),
      invoice: z
        .strictObject({ title: z.string(), taxNumber: z.string(), email: z.string(), askedAt: at, number: z.string().nullable() })
        .nullable(),
    }),
  ),
  creditMoves: z.array(z.strictObject({ event: z.string(), order: z.string().nullable(), amountFen: fen, at })),
  reviews: z.array(z.strictObject({ product: z.string(), stars: z.int(), text: z.string(), pictures: z.array(z.string()), writtenAt: at })),
  pictures: z.array(z.strictObject({ id: z.string(), use: z.string(), keptAt: at, path: z.string() })),
  wishes: z.array(z.strictObject({ product: z.string(), tellWhenBack: z.boolean(), addedAt: at })),
  subscriptions: z.array(
    z.strictObject({
      product: z.string(),
      quantity: z.int(),
      everyWeeks: z.int(),
      weekday: z.int(),
      recipient: z.string(),
      phone: z.string(),
      street: z.string(),
      note: z.string(),
      status: z.string(),
      startsOn: z.string(),
    }),
  ),
  adoptions: z.array(z.strictObject({ product: z.string(), number: z.int(), nickname: z.string(), adoptedAt: at })),
  notices: z.strictObject({
    choice: z.strictObject({ mail: z.boolean(), sms: z.boolean(), push: z.boolean() }),
    browsers: z.int(),
    hasCalendar: z.boolean(),
    told: z.array(z.strictObject({ kind: z.string(), channel: z.string(), at, status: z.string() })),
  }),
})
export type MyData = z.output<typeof MyDataSchema>

import { z } from 'zod'
import { lengths } from '#app/domain/delivery/contact-lengths.ts'
import { IdSchema } from './ids.ts'

const said = { dropId: IdSchema, note: z.string().trim().max(lengths.note).default('') }

/** What a customer may say after a failed delivery. */
export const DeliveryWishSchema = z.discriminatedUnion('wish', [
  z.object({ ...said, wish: z.literal('again'), waveId: IdSchema }),
  z.object({ ...said, wish: z.enum(['refund', 'call']) }),
])

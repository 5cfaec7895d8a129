import { z } from 'zod'

const key = (least: number, most: number) =>
  z
    .string()
    .min(least)
    .max(most)
    .regex(/^[\w-]+=*$/)

/** What a browser says when it wants to be told: where, and the two keys it reads with (RFC 8291: 65 and 16 bytes). */
export const PushSubscriptionSchema = z.object({
  endpoint: z.url().max(1000),
  p256dh: key(86, 90),
  auth: key(20, 26),
})

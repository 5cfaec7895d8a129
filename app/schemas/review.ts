import { z } from 'zod'
import { IdSchema } from './ids.ts'

const said = (most: number) => z.string().trim().max(most)

/** What a buyer writes of one line. */
export const ReviewSchema = z.object({
  lineId: IdSchema,
  stars: z.coerce.number().int().min(1).max(5),
  text: said(500),
})

export const AnswerSchema = z.object({ reviewId: IdSchema, answer: said(500).min(1) })

export const VerdictSchema = z.discriminatedUnion('verdict', [
  z.object({ verdict: z.literal('hide'), reviewId: IdSchema, reason: said(200).min(2) }),
  z.object({ verdict: z.literal('show'), reviewId: IdSchema }),
])

import { z } from 'zod'
import { readYuanText } from '#app/domain/money/yuan-text.ts'
import { partyTypes } from '#app/domain/settlement/party.ts'
import { IdSchema } from './ids.ts'

export const SettlementParams = z.object({ settlementId: IdSchema })
export const FileFormat = z.object({ format: z.enum(['csv', 'xlsx']) })

/** A bank account as typed; what is wrong with it the domain says, field by field. A processor's account is opened, not typed. */
export const BankAccountSchema = z.object({
  rail: z.literal('bank').catch('bank').default('bank'),
  holder: z.string().max(1000).catch(''),
  bank: z.string().max(1000).catch(''),
  number: z.string().max(1000).catch(''),
})

/** What the office may do with one settlement. */
export const SettlementStep = z.discriminatedUnion('step', [
  z.object({ step: z.literal('draft') }),
  z.object({ step: z.literal('review') }),
  z.object({ step: z.literal('approve') }),
  z.object({ step: z.literal('file') }),
  z.object({ step: z.literal('pay'), partyType: z.enum(partyTypes), partyId: IdSchema }),
])

const Amount = z
  .string()
  .transform((typed) => readYuanText(typed.trim()))
  .refine((amount) => amount !== null && amount > 0)
  .transform((amount) => amount!)

export const RecoverySchema = z.object({
  requestKey: z.uuid(),
  farmId: IdSchema,
  kind: z.enum(['paid_in', 'reversal', 'write_off']),
  amount: Amount,
  reason: z.string().trim().min(1).max(200),
})

export const WriteOffDecision = z.object({ recoveryId: IdSchema, decision: z.enum(['approve', 'decline']) })

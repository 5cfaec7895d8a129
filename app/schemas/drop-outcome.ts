import { z } from 'zod'
import { type DropOutcome, failureReasons, handoverNotes } from '#app/domain/delivery/settle-drop.ts'
import { IdSchema } from './ids.ts'

const DeliveredSchema = z.object({ dropId: IdSchema, note: z.enum(handoverNotes) })
const CodeSchema = z.object({ dropId: IdSchema, code: z.string().trim().min(1).max(12) })
const FailedSchema = z.object({ dropId: IdSchema, reason: z.enum(failureReasons) })

/** What a driver's form says of a drop: a note, a pick-up code, or why not. */
export const DropOutcomeSchema = z.union([
  DeliveredSchema.transform(({ dropId, note }): Settled => ({ dropId, outcome: { kind: 'delivered', proof: { kind: 'note', note } } })),
  CodeSchema.transform(({ dropId, code }): Settled => ({ dropId, outcome: { kind: 'delivered', proof: { kind: 'code', code } } })),
  FailedSchema.transform(({ dropId, reason }): Settled => ({ dropId, outcome: { kind: 'failed', reason } })),
])

type Settled = { dropId: string; outcome: DropOutcome }

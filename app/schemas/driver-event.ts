import { z } from 'zod'
import { type DriverEvent, loadSteps } from '#app/domain/delivery/driver-event.ts'
import { failureReasons, handoverNotes, nextSteps } from '#app/domain/delivery/settle-drop.ts'
import { IdSchema } from './ids.ts'

/** As metres; nobody drives more than 600 km on one run. */
export const DrivenMSchema = z.number().int().min(0).max(600_000)

const CodeSchema = z.string().trim().min(1).max(12)
const ProofSchema = z.union([
  z.object({ kind: z.enum(['code', 'qr']), code: CodeSchema }),
  z.object({ kind: z.literal('note'), note: z.enum(handoverNotes) }),
])

export const DriverWordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('start'), aboard: z.union([z.literal('all'), z.array(IdSchema).max(500)]) }),
  z.object({ kind: z.literal('load'), consignmentId: IdSchema, step: z.enum(loadSteps) }),
  z.object({ kind: z.literal('arrive'), dropId: IdSchema }),
  z.object({ kind: z.literal('deliver'), dropId: IdSchema, proof: ProofSchema }),
  z.object({ kind: z.literal('fail'), dropId: IdSchema, reason: z.enum(failureReasons), next: z.enum(nextSteps) }),
  z.object({ kind: z.literal('reopen'), dropId: IdSchema }),
  z.object({ kind: z.literal('crates'), dropId: IdSchema, count: z.number().int().min(0).max(99) }),
  z.object({ kind: z.literal('annotate'), dropId: IdSchema, note: z.string().trim().min(1).max(500) }),
  z.object({ kind: z.literal('end'), drivenM: DrivenMSchema }),
])

const InstantSchema = z.iso.datetime().transform((text) => new Date(text))

const EventSchema = z.object({ id: z.uuid(), phoneAt: InstantSchema, word: DriverWordSchema }).transform((event): DriverEvent => event)

/** What a phone sends at once; more waits for the next time. */
export const DriverEventsSchema = z.object({ sentAt: InstantSchema, events: z.array(EventSchema).max(100) })

/** The fields around a proof's picture; without a script the phone says neither id nor times. */
export const DropProofSchema = z.object({
  id: z.uuid().optional(),
  dropId: IdSchema,
  kind: z.enum(['photo', 'signature']).default('photo'),
  takenAt: InstantSchema.optional(),
  sentAt: InstantSchema.optional(),
})

import { z } from 'zod'
import { IdSchema } from './ids.ts'

const version = z.coerce.number().int().nonnegative()
const dropIds = z.array(IdSchema).max(500)
const chosen = <Intent extends string>(intent: Intent) => z.object({ intent: z.literal(intent), version, dropIds })
const plain = <Intent extends string>(intent: Intent) => z.object({ intent: z.literal(intent), version })
const ofRun = <Intent extends string>(intent: Intent) => z.object({ intent: z.literal(intent), version, runId: IdSchema })

/** Where stops go: `run:ID` into a run, `van:ID` into a new run of a vehicle. */
const Target = z.string().transform((text, context) => {
  const [kind, id] = [text.slice(0, 4), text.slice(4)]
  const parsed = IdSchema.safeParse(id)
  if (parsed.success && kind === 'run:') return { runId: parsed.data }
  if (parsed.success && kind === 'van:') return { vehicleId: parsed.data }
  context.addIssue({ code: 'custom', message: 'neither a run nor a vehicle' })
  return z.NEVER
})

/** `before`: the stop to be put in front of; `end` for the end, left out for where it costs least. */
const moving = <Intent extends string>(intent: Intent) =>
  z.object({ intent: z.literal(intent), version, dropIds, to: Target, before: z.union([z.literal('end'), IdSchema]).optional() })

/** What a dispatcher's form asks for; a URL or body that says something else is nobody's page of ours. */
export const PlanChangeSchema = z.discriminatedUnion('intent', [
  moving('move'),
  moving('try'),
  chosen('lock'),
  chosen('pin'),
  chosen('unlock'),
  chosen('exclude'),
  chosen('include'),
  ofRun('earlier').extend({ dropId: IdSchema }),
  ofRun('later').extend({ dropId: IdSchema }),
  ofRun('hand_over').extend({ vehicleId: IdSchema, driverId: IdSchema.optional() }),
  ofRun('replan_keep'),
  ofRun('replan_rest'),
  plain('undo'),
  plain('publish'),
  plain('hold'),
  plain('release'),
  plain('stop'),
  plain('plan').extend({ mode: z.enum(['all', 'rest', 'keep_order']), seconds: z.coerce.number().pipe(z.literal([2, 5, 20, 60])) }),
  plain('split').extend({ runIds: z.array(IdSchema).max(50) }),
])
export type PlanChange = z.output<typeof PlanChangeSchema>

/** A form's fields as that object: `intent` may carry the stop it is about (`earlier drp_1`), ticked stops come one by one. */
export function planChangeOf(form: FormData): unknown {
  const [intent, dropId] = String(form.get('intent') ?? '').split(' ')
  const rest = Object.fromEntries([...form.entries()].filter(([key, value]) => key !== 'intent' && value !== ''))
  return { ...rest, intent, ...(dropId ? { dropId } : {}), dropIds: form.getAll('drop'), runIds: form.getAll('run') }
}

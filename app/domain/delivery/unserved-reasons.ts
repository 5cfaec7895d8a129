import type { UnservedReason } from './plan.ts'

const reasons = [
  'no_vehicle',
  'no_vehicle_for_class',
  'too_large',
  'window_unreachable',
  'vehicles_full',
  'excluded',
] as const satisfies readonly UnservedReason[]

/** The reason as it was recorded with a drop; null for a drop a run takes. */
export const unservedReasonOf = (recorded: string | null): UnservedReason | null => reasons.find((reason) => reason === recorded) ?? null

import type { WaveChoice } from '#app/components/shop/wave-picker.tsx'
import type { BulkProblem } from '#app/domain/ordering/bulk-problem.ts'
import type { LeaderBillParts } from './bill.tsx'
import type { Invoice } from './invoice-title.tsx'
import type { BulkRefusalShown } from './refusal.tsx'
import type { SheetRow } from './sheet-row.tsx'

export type BulkField = 'placementKey' | 'waveId' | 'pickupPointId' | 'note' | 'substitution' | 'payment'
export type BulkFieldProblem = 'wave_missing' | 'point_missing' | 'note_long' | 'substitution_missing' | 'payment_missing' | 'form_stale'

/** A leader's order as its page shows it. */
export type OrderSheet = {
  rows: readonly SheetRow[]
  filter: { q: string; category: string | null }
  typed: Record<string, string>
  problems: Record<string, BulkProblem>
  values: Partial<Record<BulkField, string>>
  fieldProblems: Partial<Record<BulkField, BulkFieldProblem>>
  refusal: BulkRefusalShown | null
  isEmpty: boolean
  quote: { waves: WaveChoice[]; chosenWaveId: string | null; bill: LeaderBillParts | null } | null
  /** by wave, why it cannot be chosen */
  whyNot: Record<string, BulkRefusalShown>
  points: { id: string; nameZh: string; nameEn: string; isOwn: boolean }[]
  /** an enterprise's, null for a community's leader */
  invoice: Invoice | null
  credit: { limitFen: number; leftFen: number }
  version: number
}

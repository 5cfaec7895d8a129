import type { Result } from '#app/domain/result.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { HarvestSchema } from '#app/schemas/ahead-forms.ts'
import { type BringInRefusal, bringInHarvest } from '#app/services/ahead/bring-in-harvest.server.ts'
import { type CallOffRefusal, callOffHarvest, closePresale } from '#app/services/ahead/call-off-harvest.server.ts'
import { type PutOffRefusal, putOffHarvest } from '#app/services/ahead/put-off-harvest.server.ts'

type Refusal = BringInRefusal | PutOffRefusal | CallOffRefusal

export type Settled =
  | { done: 'harvest' | 'put_off' | 'close' | 'call_off' }
  | { lotId: string; code: Refusal['code'] | 'check'; status: 400 | 409 }

/** What a farm's form says of a forecast harvest is done; `check` where it cannot be read. */
export async function settleHarvest(form: FormData, own: { farmId: string; userId: string }): Promise<Settled> {
  const parsed = HarvestSchema.safeParse(Object.fromEntries(form))
  const lotId = String(form.get('lotId') ?? '')
  if (!parsed.success) return { lotId, code: 'check', status: 400 }
  const said = parsed.data
  const asked = { ...own, lotId: said.lotId, now: now() }
  const settled = await carryOut(said, asked)
  return settled.ok ? { done: said.intent } : { lotId, code: settled.refusal.code, status: 409 }
}

type Said = ReturnType<typeof HarvestSchema.parse>
type Asked = { farmId: string; userId: string; lotId: string; now: Date }

function carryOut(said: Said, asked: Asked): Promise<Result<unknown, Refusal>> {
  switch (said.intent) {
    case 'harvest':
      return bringInHarvest(db(), { ...asked, harvestedOn: said.harvestedOn, bestBeforeOn: said.bestBeforeOn, quantity: said.quantity })
    case 'put_off':
      return putOffHarvest(db(), { ...asked, harvestFromOn: said.harvestFromOn })
    case 'close':
      return closePresale(db(), asked)
    case 'call_off':
      return callOffHarvest(db(), asked)
  }
}

import { eq } from 'drizzle-orm'
import { fen } from '#app/domain/money/fen.ts'
import type { PlaceBulkOrder } from '#app/services/leader/place-bulk-order.server.ts'
import { findLeaderProfile } from '#db/queries/leader/profile.server.ts'
import { leaders, priceTiers, variants } from '#db/schema/index.ts'
import { openFleet } from './open-fleet.ts'
import { type Market, marketDay, registered } from './open-market.ts'

/**
 * The small alliance, where hill, brook and lake sell to leaders from 3 boxes, at 9 yuan from 10 and 8 from 30 (far does
 * not); leaders `lea_gate` with 500 yuan of credit and `lea_lake` with none, both collecting at the gate.
 */
export async function openLeaders(): Promise<Market> {
  const db = await openFleet()
  for (const [id, creditLimitFen] of [
    ['lea_gate', 50_000],
    ['lea_lake', 0],
  ] as const) {
    const customerId = await registered(db, `cus_${id}`, { type: 'alliance', id: 'alliance' })
    const community = { communityZh: '东门', communityEn: 'East Gate', pickupPointId: 'gate', creditLimitFen: fen(creditLimitFen) }
    await db.transact((tx) => tx.insert(leaders).values({ id, userId: null, customerId, ...community }))
  }
  await db.transact(async (tx) => {
    for (const id of ['hill', 'brook', 'lake']) {
      await tx
        .update(variants)
        .set({ bulkMin: 3 })
        .where(eq(variants.id, `var_${id}`))
      await tx.insert(priceTiers).values([
        { variantId: `var_${id}`, minQuantity: 10, priceFen: fen(900) },
        { variantId: `var_${id}`, minQuantity: 30, priceFen: fen(800) },
      ])
    }
  })
  return db
}

/** A sheet of `[variant without prefix, quantity, unit price shown]` on account for Tuesday; change what the test is about. */
export async function sheetOf(
  db: Market,
  lines: readonly (readonly [variant: string, quantity: number, seenFen: number])[],
  {
    leaderId = 'lea_gate',
    order = {},
    ...change
  }: Omit<Partial<PlaceBulkOrder>, 'order'> & { leaderId?: string; order?: Partial<PlaceBulkOrder['order']> } = {},
): Promise<PlaceBulkOrder> {
  const leader = await findLeaderProfile(db.reader, leaderId)
  if (!leader) throw new Error(`no leader ${leaderId}`)
  return {
    leader,
    lines: lines.map(([variant, quantity, seenFen]) => ({ variantId: `var_${variant}`, quantity, seenPriceFen: fen(seenFen) })),
    order: {
      placementKey: '6b8f8a52-6a3e-4f0e-9f52-3f3f1d0a0001',
      waveId: 'tue',
      pickupPointId: 'gate',
      note: '',
      substitution: 'call',
      payment: 'on_account',
      ...order,
    },
    agreedTotalFen: fen(10_000_000),
    locale: 'zh-CN',
    now: marketDay,
    ...change,
  }
}

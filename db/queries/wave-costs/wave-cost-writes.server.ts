import { and, eq, isNull } from 'drizzle-orm'
import type { Fen } from '#app/domain/money/fen.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Tx } from '#db/connection.ts'
import { dropOrders, drops, runs, waveCosts, waveFarmShares } from '#db/schema/index.ts'

export async function insertWaveCost(
  tx: Tx,
  { wave, farms }: { wave: typeof waveCosts.$inferInsert; farms: (typeof waveFarmShares.$inferInsert)[] },
) {
  await tx.insert(waveCosts).values(wave)
  for (const chunk of chunksOf(farms, 100)) await tx.insert(waveFarmShares).values(chunk)
}

export const setDrivenCost = (tx: Tx, { runId, drivenCostFen }: { runId: string; drivenCostFen: Fen }) =>
  tx
    .update(runs)
    .set({ drivenCostFen })
    .where(and(eq(runs.id, runId), isNull(runs.drivenCostFen)))

export const setDropCost = (tx: Tx, { dropId, costFen }: { dropId: string; costFen: Fen }) =>
  tx.update(drops).set({ costFen }).where(eq(drops.id, dropId))

type OrderCost = { dropId: string; orderId: string; costFen: Fen; feeFen: Fen; leaderFen: Fen }

export const setOrderCost = (tx: Tx, { dropId, orderId, ...amounts }: OrderCost) =>
  tx
    .update(dropOrders)
    .set(amounts)
    .where(and(eq(dropOrders.dropId, dropId), eq(dropOrders.orderId, orderId)))

import { eq } from 'drizzle-orm'
import type { Tx } from '#db/connection.ts'
import { waves } from '#db/schema/index.ts'

/**
 * A wave's own row is touched first by whoever settles its drops, sends its runs or reckons it: another's transaction waits there
 * for this one (PostgreSQL), and none of them takes the wave's drops in another order.
 */
export const lockWave = (tx: Tx, waveId: string) => tx.update(waves).set({ id: waveId }).where(eq(waves.id, waveId))

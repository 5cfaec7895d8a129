import { eq } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { facts } from '#db/schema/index.ts'

export const findFact = async (db: Pick<Reader, 'select'>, name: string): Promise<string | null> =>
  (await db.select({ value: facts.value }).from(facts).where(eq(facts.name, name)))[0]?.value ?? null

export const recordFact = (tx: Tx, name: string, value: string) =>
  tx.insert(facts).values({ name, value }).onConflictDoUpdate({ target: facts.name, set: { value } })

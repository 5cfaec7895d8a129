import { and, desc, eq, sql } from 'drizzle-orm'
import type { Reader, Tx } from '#db/connection.ts'
import { addresses, districts } from '#db/schema/index.ts'

type Db = Pick<Reader, 'select'>
type Own = { customerId: string; addressId: string }

/** So many a customer may keep. */
export const mostAddresses = 20

const own = ({ customerId, addressId }: Own) => and(eq(addresses.id, addressId), eq(addresses.customerId, customerId))

const shown = {
  id: addresses.id,
  recipient: addresses.recipient,
  phone: addresses.phone,
  districtId: addresses.districtId,
  street: addresses.street,
  lat: addresses.lat,
  lon: addresses.lon,
  placedBy: addresses.placedBy,
  districtZh: districts.nameZh,
  districtEn: districts.nameEn,
}

/** Where a customer has things brought, the one used or put first last on top. */
export const findKeptAddresses = (db: Db, customerId: string) =>
  db
    .select(shown)
    .from(addresses)
    .innerJoin(districts, eq(districts.id, addresses.districtId))
    .where(eq(addresses.customerId, customerId))
    .orderBy(desc(addresses.usedAt), desc(addresses.id))
    .limit(mostAddresses)
export type KeptAddress = Awaited<ReturnType<typeof findKeptAddresses>>[number]

export const findKeptAddress = async (db: Db, asked: Own): Promise<KeptAddress | null> =>
  (await db.select(shown).from(addresses).innerJoin(districts, eq(districts.id, addresses.districtId)).where(own(asked)))[0] ?? null

export const countAddresses = async (db: Db, customerId: string): Promise<number> =>
  Number((await db.select({ count: sql<number>`count(*)` }).from(addresses).where(eq(addresses.customerId, customerId)))[0]?.count ?? 0)

export const insertAddress = (tx: Tx, row: typeof addresses.$inferInsert) => tx.insert(addresses).values(row)

type Change = Partial<Omit<typeof addresses.$inferInsert, 'id' | 'customerId'>>

/** @returns false when it is not theirs */
export const changeAddress = async (tx: Tx, asked: Own, change: Change): Promise<boolean> =>
  (await tx.update(addresses).set(change).where(own(asked)).returning({ id: addresses.id })).length === 1

export const removeAddress = (tx: Tx, asked: Own) => tx.delete(addresses).where(own(asked))

import { type CustomAdapter, createAdapterFactory } from 'better-auth/adapters'
import type { BetterAuthOptions } from 'better-auth/types'
import { and, asc, desc, inArray, type SQL, sql } from 'drizzle-orm'
import type { Database, Reader, Tx } from '#db/connection.ts'
import { columnOf, tableOf } from './auth-tables.ts'
import { whereToCondition } from './where-to-condition.ts'

type Row = Record<string, unknown>
/** How better-auth reaches the database: outside a transaction, or inside one. */
type Way = { reader: Pick<Reader, 'select' | '$count'>; write<Value>(work: (tx: Tx) => Promise<Value>): Promise<Value> }

const config = { adapterId: 'commonfield', adapterName: 'Commonfield' }

/**
 * better-auth on our own database: it reads with the reader and writes through `transact`, so there
 * stays one writer (decision 0003). Where it opens a transaction, all it does inside is that one.
 */
export function databaseAdapter(db: Database) {
  return (options: BetterAuthOptions) =>
    createAdapterFactory({
      adapter: () => accessTo({ reader: db.reader, write: (work) => db.transact(work) }),
      config: {
        ...config,
        transaction: (callback) =>
          db.transact((tx) => {
            const within = createAdapterFactory({ adapter: () => accessTo({ reader: tx, write: (work) => work(tx) }), config })
            return callback(within(options))
          }),
      },
    })(options)
}

/** better-auth names the type of the row it expects; the columns are checked against its list in a test. */
const asRow = <Expected>(row: Row | undefined) => (row ?? null) as Expected | null

function accessTo({ reader, write }: Way): CustomAdapter {
  const find = (model: string, where: Parameters<typeof whereToCondition>[1]) => {
    const table = tableOf(model)
    const condition = whereToCondition((field) => columnOf(table, field), where)
    return { table, condition }
  }
  /** The guard is asked again on the row itself: of two who race for it, one finds it gone. */
  const oneRow = (tx: Tx, { table, condition }: ReturnType<typeof find>) =>
    and(condition, inArray(table.id, tx.select({ id: table.id }).from(table).where(condition).limit(1)))

  const changeOne = (model: string, where: Parameters<typeof whereToCondition>[1], change: (table: ReturnType<typeof tableOf>) => Row) =>
    write(async (tx) => {
      const found = find(model, where)
      const rows: Row[] = await tx.update(found.table).set(change(found.table)).where(oneRow(tx, found)).returning()
      return rows[0]
    })

  return {
    async create({ model, data }) {
      const rows = await write((tx) => tx.insert(tableOf(model)).values(data).returning())
      return rows[0] as typeof data
    },
    async findOne({ model, where }) {
      const { table, condition } = find(model, where)
      const rows: Row[] = await reader.select().from(table).where(condition).limit(1)
      return asRow(rows[0])
    },
    async findMany<Expected>({ model, where, limit, sortBy, offset }: Parameters<CustomAdapter['findMany']>[0]) {
      const { table, condition } = find(model, where)
      const order: SQL[] = sortBy ? [(sortBy.direction === 'desc' ? desc : asc)(columnOf(table, sortBy.field))] : []
      const rows = await reader
        .select()
        .from(table)
        .where(condition)
        .orderBy(...order)
        .limit(limit)
        .offset(offset ?? 0)
      return rows as Expected[]
    },
    async count({ model, where }) {
      const { table, condition } = find(model, where)
      return await reader.$count(table, condition)
    },
    async update({ model, where, update }) {
      return asRow(await changeOne(model, where, () => update as Row))
    },
    async updateMany({ model, where, update }) {
      const { table, condition } = find(model, where)
      return (await write((tx) => tx.update(table).set(update).where(condition).returning({ id: table.id }))).length
    },
    async incrementOne({ model, where, increment, set }) {
      return asRow(
        await changeOne(model, where, (table) => {
          const steps = Object.entries(increment).map(([field, by]) => [field, sql`${columnOf(table, field)} + ${by}`])
          return { ...set, ...Object.fromEntries(steps) }
        }),
      )
    },
    async delete({ model, where }) {
      const { table, condition } = find(model, where)
      await write((tx) => tx.delete(table).where(condition).returning({ id: table.id }))
    },
    async deleteMany({ model, where }) {
      const { table, condition } = find(model, where)
      return (await write((tx) => tx.delete(table).where(condition).returning({ id: table.id }))).length
    },
    async consumeOne({ model, where }) {
      const rows: Row[] = await write(async (tx) => {
        const found = find(model, where)
        return await tx.delete(found.table).where(oneRow(tx, found)).returning()
      })
      return asRow(rows[0])
    },
  }
}

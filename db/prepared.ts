import { type Column, getTableColumns, getTableName, Param, type SQL, sql } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Reader, Tx } from './connection.ts'

type Statement<Row> = { execute(values?: Record<string, unknown>): PromiseLike<Row> }
type Prepare<Row> = { prepare(name?: string): Statement<Row> }

/**
 * A query that is built once for each connection and then only filled in: building costs
 * more than running on the hot path. `build` may use `sql.placeholder(name)`.
 * @param name unique; PostgreSQL keeps the plan under it
 */
export function prepared<Db extends Pick<Reader, 'select'> | Tx, Values extends Record<string, unknown>, Row>(
  name: string,
  build: (db: Db) => unknown,
) {
  const statements = new WeakMap<object, Statement<Row>>()
  return async (db: Db, values: Values): Promise<Row> => {
    let statement = statements.get(db)
    if (!statement) {
      statement = (build(db) as Prepare<Row>).prepare(name)
      statements.set(db, statement)
    }
    return await statement.execute(values)
  }
}

/**
 * The same, where the rows' type follows from the query: `preparedAs<{ id: string }>()('name', (db: Reader) => db.select()…)`.
 * Two calls, because TypeScript infers all type parameters of a call or none.
 */
export const preparedAs =
  <Values extends Record<string, unknown>>() =>
  <Db extends Pick<Reader, 'select'> | Tx, Query extends PromiseLike<unknown>>(name: string, build: (db: Db) => Query) =>
    prepared<Db, Values, Awaited<Query>>(name, build)

/** A place to be filled in with a value of `column`, or null: Drizzle's own placeholder cannot encode a null. */
export const slotFor = (column: Column, name: string): SQL =>
  sql`${new Param(sql.placeholder(name), { mapToDriverValue: (value: unknown) => (value === null ? null : column.mapToDriverValue(value)) })}`

/**
 * Inserts rows as one statement, prepared once for each table and row count.
 * @param rows all with the same columns, none left to a default
 */
export async function insertRows<Table extends SQLiteTable>(tx: Tx, target: Table, rows: readonly Table['$inferInsert'][]): Promise<void> {
  const first = rows[0]
  if (!first) return
  const columns = Object.keys(first)
  const { statement, slots } = insertStatement(tx, target, columns, rows.length)
  const values: Record<string, unknown> = {}
  let next = 0
  for (const row of rows as readonly Record<string, unknown>[]) for (const column of columns) values[slots[next++]!] = row[column]
  await statement.execute(values)
}

type Insert = { statement: Statement<unknown>; slots: string[] }

const inserts = new WeakMap<object, Map<string, Insert>>()
/** PostgreSQL keeps plans by name, 63 characters at most: the n-th shape of insert is `insert_n` in every connection. */
const insertNames = new Map<string, string>()

function insertStatement(tx: Tx, target: SQLiteTable, columns: string[], count: number): Insert {
  const key = `${getTableName(target)}:${count}:${columns.join()}`
  const ofConnection = inserts.get(tx) ?? inserts.set(tx, new Map()).get(tx)!
  const known = ofConnection.get(key)
  if (known) return known
  const name = insertNames.get(key) ?? insertNames.set(key, `insert_${insertNames.size}`).get(key)!
  const inTable = getTableColumns(target)
  const rows = Array.from({ length: count }, (_, index) => {
    const row: Record<string, SQL> = {}
    for (const column of columns) {
      const target = inTable[column]
      if (target) row[column] = slotFor(target, `${column}_${index}`)
    }
    return row
  })
  const slots = rows.flatMap((_, index) => columns.map((column) => `${column}_${index}`))
  const made = { statement: (tx.insert(target).values(rows as never) as unknown as Prepare<unknown>).prepare(name), slots }
  ofConnection.set(key, made)
  return made
}

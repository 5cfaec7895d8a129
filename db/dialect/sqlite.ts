import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, primaryKey, real, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { Fen } from '#app/domain/money/fen.ts'

export const sqlite = {
  table: sqliteTable,
  id: (name: string) => text(name),
  text: (name: string) => text(name),
  oneOf: <const Values extends [string, ...string[]]>(name: string, values: Values) => text(name, { enum: values }),
  whole: (name: string) => integer(name),
  degrees: (name: string) => real(name),
  fen: (name: string) => integer(name).$type<Fen>(),
  flag: (name: string) => integer(name, { mode: 'boolean' }),
  instant: (name: string) => integer(name, { mode: 'timestamp_ms' }),
  json: <Value>(name: string) => text(name, { mode: 'json' }).$type<Value>(),
  check,
  foreignKey,
  index,
  primaryKey,
  uniqueIndex,
  sql,
}

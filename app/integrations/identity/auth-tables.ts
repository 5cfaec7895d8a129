import { getTableColumns } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { invariant } from '#app/domain/invariant.ts'
import { credentials, sessions, users, verifications } from '#db/schema/identity.ts'

/** better-auth's models and the tables that hold them. Its "account" is a way to sign in: ours are called credentials. */
export const authTables = { user: users, session: sessions, account: credentials, verification: verifications } as const

const idPrefixes: Record<string, string> = { user: 'usr', session: 'ses', account: 'crd', verification: 'ver' }

export const idPrefixOf = (model: string) => idPrefixes[model] ?? 'aut'

type AuthTable = SQLiteTable & { id: SQLiteColumn }

export function tableOf(model: string): AuthTable {
  invariant(model in authTables, `better-auth asks for a table we do not have: ${model}`)
  return authTables[model as keyof typeof authTables]
}

export function columnOf(table: AuthTable, field: string): SQLiteColumn {
  const column = getTableColumns(table)[field]
  invariant(column, `better-auth asks for a column we do not have: ${field}`)
  return column
}

import type { Reader, Tx } from '#db/connection.ts'

export type NotedStatement = { sql: string; params: unknown[] }

type Statement = { toSQL(): NotedStatement }
const isStatement = (value: unknown): value is Statement & object => typeof value === 'object' && value !== null && 'toSQL' in value

/** What `select()`, `insert()` and the like return before their table is named. */
const isBuilder = (value: unknown) => typeof value === 'object' && value !== null && ['from', 'values', 'set'].some((key) => key in value)

/** The same database, noting every statement that is run. */
export function noteStatements<Db extends Reader | Tx>(db: Db, noted: NotedStatement[]): Db {
  const wrap = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? new Proxy(value, {
          get(target, key) {
            if (key === 'then' && isStatement(target)) noted.push(target.toSQL())
            const member: unknown = Reflect.get(target, key, target)
            if (typeof member !== 'function') return member
            return (...values: unknown[]) => {
              const result: unknown = member.apply(target, values)
              return key !== 'as' && (isStatement(result) || isBuilder(result)) ? wrap(result) : result
            }
          },
        })
      : value
  return wrap(db) as Db
}

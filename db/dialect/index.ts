import { postgres } from './postgres.ts'
import { sqlite } from './sqlite.ts'

export const dialect = process.env.DATABASE_URL?.startsWith('postgres') ? 'postgres' : 'sqlite'

/**
 * One column vocabulary, two dialects. The schema is written once against these
 * names and typed as SQLite; the cast below is the only one, and every db test
 * runs on both dialects to keep it honest (decision 0002).
 */
export const { table, id, text, oneOf, whole, degrees, fen, flag, instant, json, check, foreignKey, index, primaryKey, uniqueIndex, sql } =
  dialect === 'postgres' ? (postgres as unknown as typeof sqlite) : sqlite

import path from 'node:path'
import { databaseUrl, sqliteFile } from '#db/client.server.ts'
import { dialect } from '#db/dialect/index.ts'

/** Where the embedded case keeps its small files: beside its database. */
export const dataFolder = () =>
  process.env.DATA_DIR ?? (dialect === 'sqlite' ? path.dirname(path.resolve(sqliteFile(databaseUrl()))) : 'data')

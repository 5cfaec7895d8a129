import { type Database, openDatabase } from '#db/client.server.ts'

let database: Database | undefined

/** The process's one database. server.ts and the routes are one bundle, so this is the only writer. */
export const db = (): Database => {
  database ??= openDatabase()
  return database
}

export async function closeDb(): Promise<void> {
  await database?.close()
  database = undefined
}

/** The clock of everything in the request path; business days are Asia/Shanghai. */
export const now = () => new Date()

export const publicUrl = () => (process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/$/, '')

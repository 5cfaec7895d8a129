import { type Database, openDatabase } from '#db/client.server.ts'
import { answerStorageFull } from './answer-storage-full.server.ts'

let database: Database | undefined
let answering: Database | undefined

/** The process's one database. server.ts and the routes are one bundle, so this is the only writer. */
export const openedDatabase = (): Database => {
  database ??= openDatabase()
  return database
}

/** The same for requests: a write for which there is no space left is answered in words. */
export const db = (): Database => {
  answering ??= answerStorageFull(openedDatabase())
  return answering
}

export async function closeDb(): Promise<void> {
  await database?.close()
  database = undefined
  answering = undefined
}

/** The clock of everything in the request path; business days are Asia/Shanghai. */
export const now = () => new Date()

export const publicUrl = () => (process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT ?? 3000}`).replace(/\/$/, '')

import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { copyFileSync, mkdirSync, openSync, rmSync } from 'node:fs'
import path from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { freePort } from '../../../scripts/setup/require-port.mjs'
import { template } from './seed-template.ts'

/** A running shop: the built server on a port and a freshly seeded database of its own. */
export type Shop = {
  url: string
  /** where the server's log goes: codes that would be texted, and what went wrong */
  logFile: string
  /** Looks into, or prepares, the shop's rows behind its back. */
  withRows<Value>(work: (rows: SqliteDatabase.Database) => Value): Value
  close(): Promise<void>
}

export async function openShop(): Promise<Shop> {
  const folder = path.join(path.dirname(template), randomBytes(4).toString('hex'))
  mkdirSync(folder)
  const file = path.join(folder, 'shop.db')
  copyFileSync(template, file)
  const port = await freePort()
  const url = `http://localhost:${port}`
  const logFile = path.join(folder, 'server.log')
  const log = openSync(logFile, 'a')
  const server = spawn(process.execPath, ['build/server/index.js'], {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      PORT: String(port),
      PUBLIC_URL: url,
      DATABASE_URL: `file:${file}`,
      CHANGES_PER_MINUTE: '100000',
      SIGN_IN_TRIES: '1000',
    },
    stdio: ['ignore', log, log],
  })
  await untilReady(url, server, logFile)
  return {
    url,
    logFile,
    withRows(work) {
      const rows = new SqliteDatabase(file, { timeout: 5000 })
      try {
        return work(rows)
      } finally {
        rows.close()
      }
    },
    async close() {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilReady(url: string, server: ChildProcess, logFile: string) {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (server.exitCode !== null) break
    const ready = await fetch(`${url}/readyz`).catch(() => null)
    if (ready?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`The shop did not open: see ${logFile}`)
}

import { randomBytes } from 'node:crypto'
import { copyFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'
import { type Database, openDatabase } from '#db/client.server.ts'
import { dialect } from '#db/dialect/index.ts'

/** A migrated, empty database of this test's own, on the dialect under test; gone when the test ends. */
export async function openFresh(): Promise<Database & { url: string }> {
  const template = inject('templateDatabase')
  const url = dialect === 'postgres' ? await copyPostgres(template) : copySqlite(template)
  const database = openDatabase(url)
  onTestFinished(async () => {
    await database.close()
    if (dialect === 'postgres') await dropPostgres(url)
    else for (const suffix of ['', '-wal', '-shm']) rmSync(url.slice('file:'.length) + suffix, { force: true })
  })
  return { ...database, url }
}

/** Where a database may be made that has nothing in it yet, no schema either; gone when the test ends. */
export async function openEmpty(): Promise<string> {
  const template = inject('templateDatabase')
  const name = `test_${randomBytes(8).toString('hex')}`
  if (dialect === 'postgres') {
    const url = new URL(template)
    url.pathname = `/${name}`
    await onServer(template, `create database ${name}`)
    onTestFinished(() => dropPostgres(url.href))
    return url.href
  }
  const file = path.join(path.dirname(template), `${name}.db`)
  onTestFinished(() => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  })
  return `file:${file}`
}

function copySqlite(template: string) {
  const file = path.join(path.dirname(template), `${randomBytes(8).toString('hex')}.db`)
  copyFileSync(template, file)
  return `file:${file}`
}

const nameOf = (url: string) => new URL(url).pathname.slice(1)

async function copyPostgres(template: string) {
  const copy = new URL(template)
  copy.pathname = `/test_${randomBytes(8).toString('hex')}`
  await onServer(template, `create database ${nameOf(copy.href)} template ${nameOf(template)}`)
  return copy.href
}

const dropPostgres = (url: string) => onServer(url, `drop database if exists ${nameOf(url)} with (force)`)

async function onServer(url: string, statement: string) {
  const server = new URL(url)
  server.pathname = '/postgres'
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

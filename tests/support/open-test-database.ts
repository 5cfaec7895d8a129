import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { dialect } from '#db/dialect/index.ts'
import { migrate } from '#db/migrate.server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    templateDatabase: string
  }
}

/**
 * Vitest's global set-up: migrates one empty database through the real migrations. Each test
 * copies it (`openFresh` in fresh-database.ts): a file on SQLite, a TEMPLATE on PostgreSQL.
 */
export default async function setup(project: TestProject) {
  if (dialect === 'postgres') return await setUpPostgres(project, process.env.DATABASE_URL!)
  const folder = mkdtempSync(path.join(tmpdir(), 'commonfield-test-'))
  const file = path.join(folder, 'template.db')
  mkdirSync(folder, { recursive: true })
  await migrate(`file:${file}`)
  copyFileSync(file, `${file}.ready`)
  project.provide('templateDatabase', `${file}.ready`)
  return () => rmSync(folder, { recursive: true, force: true })
}

async function setUpPostgres(project: TestProject, url: string) {
  const name = `commonfield_template_${process.pid}`
  await onServer(url, `create database ${name}`)
  const template = new URL(url)
  template.pathname = `/${name}`
  await migrate(template.href)
  project.provide('templateDatabase', template.href)
  return () => onServer(url, `drop database ${name} with (force)`)
}

async function onServer(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

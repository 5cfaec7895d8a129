import type { DBAdapter } from 'better-auth/adapters'
import { getAuthTables } from 'better-auth/db'
import { phoneNumber } from 'better-auth/plugins/phone-number'
import { getTableColumns } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { InvariantError } from '#app/domain/invariant.ts'
import { users } from '#db/schema/identity.ts'
import { openFresh } from '#tests/support/fresh-database.ts'
import { tableOf } from './auth-tables.ts'
import { databaseAdapter } from './database-adapter.server.ts'

const options = { plugins: [phoneNumber({ sendOTP: () => {} })] }

type Person = { id: string; name: string; email: string; emailVerified: boolean; phoneNumber: string | null; createdAt: Date }

async function openWithPeople() {
  const db = await openFresh()
  const adapter = databaseAdapter(db)(options)
  const add = (name: string, email: string, more: Partial<Person> = {}) =>
    adapter.create<Omit<Person, 'id'>, Person>({
      model: 'user',
      data: { name, email, emailVerified: false, phoneNumber: null, createdAt: new Date('2026-05-01T08:00:00.123Z'), ...more },
    })
  await add('Lan', 'lan@example.com', { phoneNumber: '13800000001' })
  await add('Mei', 'mei@example.com', { emailVerified: true, createdAt: new Date('2026-05-02T08:00:00Z') })
  await add('陈晓 100%', 'chen@EXAMPLE.com', { createdAt: new Date('2026-05-03T08:00:00Z') })
  return { db, adapter }
}

type Asked = Parameters<DBAdapter['findMany']>[0]['where']

const namesOf = async (adapter: DBAdapter, where: Asked) =>
  (await adapter.findMany<Person>({ model: 'user', where, sortBy: { field: 'createdAt', direction: 'asc' } })).map((person) => person.name)

test('our tables have every column better-auth asks for, required exactly where it requires them', () => {
  for (const [model, { fields }] of Object.entries(getAuthTables(options))) {
    const columns = getTableColumns(tableOf(model))
    for (const [name, field] of Object.entries(fields)) {
      expect(columns[name], `${model}.${name}`).toBeDefined()
      expect(columns[name]?.notNull, `${model}.${name} is required`).toBe(field.required === true)
    }
  }
})

test('a row comes back as it went in: instants to the millisecond, flags as flags, absent as null', async () => {
  const { adapter } = await openWithPeople()
  const lan = await adapter.findOne<Person>({ model: 'user', where: [{ field: 'email', value: 'lan@example.com' }] })
  expect(lan).toMatchObject({
    name: 'Lan',
    emailVerified: false,
    phoneNumber: '13800000001',
    createdAt: new Date('2026-05-01T08:00:00.123Z'),
  })
  expect(await adapter.findOne({ model: 'user', where: [{ field: 'email', value: 'nobody@example.com' }] })).toBeNull()
})

test.each<[string, NonNullable<Asked>, string[]]>([
  ['equal', [{ field: 'name', value: 'Mei' }], ['Mei']],
  ['equal to nothing', [{ field: 'phoneNumber', value: null }], ['Mei', '陈晓 100%']],
  ['other than nothing', [{ field: 'phoneNumber', operator: 'ne', value: null }], ['Lan']],
  ['one of several', [{ field: 'name', operator: 'in', value: ['Lan', 'Mei', 'Zhao'] }], ['Lan', 'Mei']],
  ['one of none', [{ field: 'name', operator: 'in', value: [] }], []],
  ['none of several', [{ field: 'name', operator: 'not_in', value: ['Lan', 'Mei'] }], ['陈晓 100%']],
  ['containing, where % is a character', [{ field: 'name', operator: 'contains', value: '0%' }], ['陈晓 100%']],
  ['containing, exactly as written', [{ field: 'email', operator: 'contains', value: 'EXAMPLE' }], ['陈晓 100%']],
  [
    'containing, without case',
    [{ field: 'email', operator: 'contains', value: 'Example', mode: 'insensitive' }],
    ['Lan', 'Mei', '陈晓 100%'],
  ],
  ['starting with', [{ field: 'name', operator: 'starts_with', value: '陈' }], ['陈晓 100%']],
  ['ending with', [{ field: 'email', operator: 'ends_with', value: 'example.com' }], ['Lan', 'Mei']],
  ['ending with more than there is', [{ field: 'name', operator: 'ends_with', value: 'xxxxxMei' }], []],
  ['equal without case', [{ field: 'email', value: 'CHEN@example.com', mode: 'insensitive' }], ['陈晓 100%']],
  ['before an instant', [{ field: 'createdAt', operator: 'lt', value: new Date('2026-05-02T08:00:00Z') }], ['Lan']],
  ['from an instant on', [{ field: 'createdAt', operator: 'gte', value: new Date('2026-05-02T08:00:00Z') }], ['Mei', '陈晓 100%']],
  [
    'both of two',
    [
      { field: 'emailVerified', value: false },
      { field: 'phoneNumber', value: null },
    ],
    ['陈晓 100%'],
  ],
  [
    'either of two',
    [
      { field: 'name', value: 'Lan', connector: 'OR' },
      { field: 'name', value: 'Mei', connector: 'OR' },
    ],
    ['Lan', 'Mei'],
  ],
  [
    'one thing, and either of two others',
    [
      { field: 'emailVerified', value: false },
      { field: 'name', value: 'Lan', connector: 'OR' },
      { field: 'name', value: 'Mei', connector: 'OR' },
    ],
    ['Lan'],
  ],
])('rows are found when they are %s', async (_what, where, names) => {
  const { adapter } = await openWithPeople()
  expect(await namesOf(adapter, where)).toEqual(names)
  expect(await adapter.count({ model: 'user', where })).toBe(names.length)
})

test('a page of rows is the page asked for', async () => {
  const { adapter } = await openWithPeople()
  const page = await adapter.findMany<Person>({ model: 'user', sortBy: { field: 'createdAt', direction: 'desc' }, limit: 1, offset: 1 })
  expect(page.map((person) => person.name)).toEqual(['Mei'])
})

test('an update answers with the row as it now is, or null', async () => {
  const { adapter } = await openWithPeople()
  const where = [{ field: 'email', value: 'lan@example.com' }]
  expect(await adapter.update<Person>({ model: 'user', where, update: { name: 'Lan Lan' } })).toMatchObject({ name: 'Lan Lan' })
  expect(await adapter.update({ model: 'user', where: [{ field: 'name', value: 'Zhao' }], update: { name: 'x' } })).toBeNull()
  expect(
    await adapter.updateMany({ model: 'user', where: [{ field: 'emailVerified', value: false }], update: { emailVerified: true } }),
  ).toBe(2)
})

test('of three who consume the same code at once, one gets it', async () => {
  const { adapter } = await openWithPeople()
  await adapter.create({ model: 'verification', data: { identifier: 'otp', value: '123456', expiresAt: new Date('2026-05-01') } })
  const where = [{ field: 'identifier', value: 'otp' }]
  const taken = await Promise.all([1, 2, 3].map(() => adapter.consumeOne<{ value: string }>({ model: 'verification', where })))
  expect(taken.map((row) => row?.value ?? 'none').sort()).toEqual(['123456', 'none', 'none'])
})

test('consuming takes one row, however many match', async () => {
  const { adapter } = await openWithPeople()
  for (const value of ['1', '2']) {
    await adapter.create({ model: 'verification', data: { identifier: 'otp', value, expiresAt: new Date('2026-05-01') } })
  }
  const where = [{ field: 'identifier', value: 'otp' }]
  expect(await adapter.consumeOne({ model: 'verification', where })).not.toBeNull()
  expect(await adapter.deleteMany({ model: 'verification', where })).toBe(1)
})

test('a transaction that fails leaves nothing, and reads what it has written itself', async () => {
  const { db, adapter } = await openWithPeople()
  const where = [{ field: 'email', value: 'zhao@example.com' }]
  const failing = adapter.transaction(async (tx) => {
    await tx.create({ model: 'user', data: { name: 'Zhao', email: 'zhao@example.com' } })
    expect(await tx.findOne<Person>({ model: 'user', where })).toMatchObject({ name: 'Zhao' })
    throw new Error('no mail')
  })
  await expect(failing).rejects.toThrow('no mail')
  expect(await adapter.findOne({ model: 'user', where })).toBeNull()
  expect(await db.reader.$count(users)).toBe(3)
})

test('a transaction keeps what it did once it is done', async () => {
  const { db, adapter } = await openWithPeople()
  await adapter.transaction(async (tx) => {
    await tx.delete({ model: 'user', where: [{ field: 'name', value: 'Mei' }] })
    await tx.create({ model: 'user', data: { name: 'Zhao', email: 'zhao@example.com' } })
  })
  expect((await db.reader.select().from(users)).map((user) => user.name).sort()).toEqual(['Lan', 'Zhao', '陈晓 100%'])
})

test('a write past the open transaction is a bug, not a second writer', async () => {
  const { adapter } = await openWithPeople()
  const past = adapter.transaction(() => adapter.create({ model: 'user', data: { name: 'Zhao', email: 'zhao@example.com' } }))
  await expect(past).rejects.toThrow(InvariantError)
})

import { expect, test } from 'vitest'
import { isStorageFull } from './storage-full.ts'

test('a full disk is known by either driver, also where it is wrapped', () => {
  expect(isStorageFull(Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }))).toBe(true)
  expect(isStorageFull(new Error('Failed query', { cause: Object.assign(new Error('could not extend file'), { code: '53100' }) }))).toBe(
    true,
  )
})

test('nothing else is taken for one', () => {
  expect(isStorageFull(Object.assign(new Error('no'), { code: '23505' }))).toBe(false)
  expect(isStorageFull(Object.assign(new Error('no'), { code: 'SQLITE_CONSTRAINT' }))).toBe(false)
  expect(isStorageFull(undefined)).toBe(false)
})

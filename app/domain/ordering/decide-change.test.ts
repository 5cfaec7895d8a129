import { expect, test } from 'vitest'
import { decideChange, type MovableLine } from './decide-change.ts'

const now = new Date('2026-11-22T02:00:00Z')
const line = (change: Partial<MovableLine> = {}): MovableLine => ({
  waveId: 'tue',
  waveIsOpen: true,
  cutoffAt: new Date('2026-11-23T10:00:00Z'),
  isPacked: false,
  leadDays: 1,
  freshUntilOn: '2026-11-30',
  ...change,
})
const friday = { id: 'fri', deliversOn: '2026-11-27' }
const codeOf = (lines: MovableLine[], wave: { id: string; deliversOn: string } | null, isSameZone = true) => {
  const decided = decideChange(lines, { isSameZone, wave }, now)
  return decided.ok ? decided.value.moves : decided.refusal.code
}

test('until the cut-off an order may go elsewhere and come on another day; as it is, it moves nowhere', () => {
  expect([codeOf([line()], null), codeOf([line()], { id: 'tue', deliversOn: '2026-11-24' }), codeOf([line()], friday)]).toEqual([
    false,
    false,
    true,
  ])
})

test('from the cut-off of its first wave on it stays as it is', () => {
  expect(codeOf([line(), line({ cutoffAt: now })], null)).toBe('too_late')
  expect(codeOf([line({ waveIsOpen: false })], friday)).toBe('too_late')
})

test('another zone has other days: one must be chosen', () => {
  expect(codeOf([line()], null, false)).toBe('choose_day')
})

test('another day leaves every farm its time, finds the goods fresh and nothing packed for the first', () => {
  expect(codeOf([line({ leadDays: 6 })], friday)).toBe('not_ready_then')
  expect(codeOf([line({ freshUntilOn: '2026-11-26' })], friday)).toBe('not_fresh_then')
  expect(codeOf([line(), line({ isPacked: true })], friday)).toBe('packed_already')
})

import { expect, test } from 'vitest'
import { lastMissed } from './last-missed.ts'

const week = (weekOn: string, status: 'planned' | 'skipped' | 'ordered' | 'refused') => ({ weekOn, status })

test('the last week that did not come is told, whatever is skipped or planned after it', () => {
  const missed = week('2026-11-23', 'refused')
  expect(lastMissed([week('2026-12-07', 'planned'), missed, week('2026-11-30', 'skipped'), week('2026-11-16', 'refused')])).toBe(missed)
})

test('a later week that is ordered says more than one that is past', () => {
  expect(lastMissed([week('2026-11-23', 'refused'), week('2026-11-30', 'ordered')])).toBeNull()
  expect(lastMissed([week('2026-11-23', 'planned'), week('2026-11-30', 'skipped')])).toBeNull()
})

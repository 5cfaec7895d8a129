import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { findObstacles, monthsFrom, type PeriodFacts } from './close-period.ts'

const clean: PeriodFacts = {
  period: '2026-10',
  booksBeginIn: '2026-09',
  closedAt: null,
  earlierOpen: null,
  suspenseFen: fen(0),
  unexplained: [],
  pending: { balanceFen: fen(700), explainedFen: fen(700) },
}
const november = new Date('2026-11-03T02:00:00Z')
const codes = (facts: Partial<PeriodFacts>, now = november) => findObstacles({ ...clean, ...facts }, now).map(({ code }) => code)

test('a month that is over, with nothing in suspense and everything on its way explained, may be closed', () => {
  expect(codes({})).toEqual([])
})

test('a closed month is closed, whatever else there is to say', () => {
  expect(codes({ closedAt: november, suspenseFen: fen(1) })).toEqual(['already_closed'])
})

test('a month is not over until its last day may be sealed, at one in the morning in Shanghai', () => {
  expect(codes({}, new Date('2026-10-31T16:59:59Z'))).toEqual(['not_over'])
  expect(codes({}, new Date('2026-10-31T17:00:00Z'))).toEqual([])
  expect(codes({ period: '2026-11' })).toEqual(['not_over'])
})

test('months are closed one after another, from the first of the books on', () => {
  expect(codes({ earlierOpen: '2026-09' })).toEqual(['earlier_open'])
  expect(codes({ period: '2026-08' })).toEqual(['before_the_books'])
  expect(codes({ booksBeginIn: null })).toEqual(['before_the_books'])
})

test('everything in the way is named at once', () => {
  const unexplained = [{ account: '2030:re_1', balanceFen: fen(-681), explainedFen: fen(0) }]
  const pending = { balanceFen: fen(700), explainedFen: fen(650) }
  expect(codes({ suspenseFen: fen(-1), unexplained, pending })).toEqual(['suspense_not_empty', 'in_transit_unexplained', 'pending_differs'])
})

test('months follow one another over the turn of the year', () => {
  expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})

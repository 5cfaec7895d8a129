import fc from 'fast-check'
import { expect, test } from 'vitest'
import { lastDayToSeal, type SealedPosting, sealedLines, sealHead } from './seal-day.ts'

const at = new Date('2026-11-22T02:00:00.000Z')
const posting: SealedPosting = {
  key: 'pay_1:succeeded',
  bodyHash: 'h',
  event: 'payment_succeeded',
  orderId: 'ord_1',
  period: '2026-11',
  reverses: null,
  effectiveAt: at,
  postedAt: at,
  transfers: [{ id: 'tr_1', position: 0, debit: '1010', credit: '2010:ord_1', amountFen: 28045, lineId: null }],
}

test('what is sealed reads as it is documented', () => {
  expect(sealHead('2026-11-22', null)).toBe('["commonfield-seal-1","2026-11-22",null,null]\n')
  expect(sealHead('2026-11-23', { day: '2026-11-22', hash: 'abc' })).toBe('["commonfield-seal-1","2026-11-23","2026-11-22","abc"]\n')
  expect(sealedLines(posting)).toBe(
    '["posting","pay_1:succeeded","h","payment_succeeded","ord_1","2026-11",null,"2026-11-22T02:00:00.000Z","2026-11-22T02:00:00.000Z"]\n' +
      '["transfer","tr_1",0,"1010","2010:ord_1",28045,null]\n',
  )
})

test('no two different postings read the same', () => {
  const text = fc.string({ maxLength: 6 })
  const transfer = fc.record({
    id: text,
    position: fc.nat({ max: 3 }),
    debit: text,
    credit: text,
    amountFen: fc.integer({ min: 1, max: 99 }),
    lineId: fc.option(text),
  })
  const anyPosting = fc.record({
    key: text,
    bodyHash: text,
    event: text,
    orderId: fc.option(text),
    period: text,
    reverses: fc.option(text),
    effectiveAt: fc.constantFrom(at, new Date(0)),
    postedAt: fc.constantFrom(at, new Date(0)),
    transfers: fc.array(transfer, { maxLength: 3 }),
  })
  fc.assert(
    fc.property(anyPosting, anyPosting, (one, other) => {
      expect(sealedLines(one) === sealedLines(other)).toBe(JSON.stringify(one) === JSON.stringify(other))
    }),
  )
})

test('a day may be sealed from one in the morning of the next', () => {
  expect(lastDayToSeal(new Date('2026-11-22T16:59:59.999Z'))).toBe('2026-11-21')
  expect(lastDayToSeal(new Date('2026-11-22T17:00:00.000Z'))).toBe('2026-11-22')
})

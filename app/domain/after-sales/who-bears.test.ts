import { expect, test } from 'vitest'
import { fen } from '#app/domain/money/fen.ts'
import { whoBears } from './who-bears.ts'

test('money that only passes through escrow is nobody’s burden; a farm that gets its reserve back gives less', () => {
  expect(
    whoBears([
      { debit: '2120:B', credit: '2010:O1', amountFen: fen(900) },
      { debit: '4010', credit: '2010:O1', amountFen: fen(100) },
      { debit: '2010:O1', credit: '2030:re', amountFen: fen(980) },
      { debit: '2010:O1', credit: '5020', amountFen: fen(20) },
      { debit: '2610', credit: '2120:B', amountFen: fen(40) },
      { debit: '2610', credit: '1110', amountFen: fen(40) },
    ]),
  ).toEqual({
    gives: [
      { account: '2120:B', amountFen: 860 },
      { account: '4010', amountFen: 100 },
      { account: '2610', amountFen: 80 },
    ],
    gets: [
      { account: '2030:re', amountFen: 980 },
      { account: '5020', amountFen: 20 },
      { account: '1110', amountFen: 40 },
    ],
  })
})

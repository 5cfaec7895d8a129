import { expect, test } from 'vitest'
import { readPromotionForm } from './promotion.ts'

const typed = {
  nameZh: '秋收券',
  nameEn: 'Autumn',
  fundedBy: 'alliance',
  code: ' autumn-5 ',
  measure: 'amount',
  value: '5',
  fromGoods: '20',
  startsOn: '2026-11-22',
  endsOn: '',
  uses: '100',
}

test('a coupon of five yuan is read in fen, its code as it is kept', () => {
  expect(readPromotionForm(typed)).toMatchObject({
    value: { code: 'AUTUMN-5', off: { amountFen: 500 }, fromGoodsFen: 2000, endsOn: null, uses: 100 },
  })
})

test('a rate is read in basis points and is no more than the whole', () => {
  expect(readPromotionForm({ ...typed, measure: 'rate', value: '12.5' })).toMatchObject({ value: { off: { rateBp: 1250 } } })
  expect(readPromotionForm({ ...typed, measure: 'rate', value: '100.01' })).toMatchObject({ problems: { value: 'bad_rate' } })
})

test('each field that cannot be read says why', () => {
  const wrong = { ...typed, nameZh: '', code: 'a b', fromGoods: 'x', startsOn: 'soon', uses: '0' }
  expect(readPromotionForm(wrong)).toMatchObject({
    problems: { nameZh: 'missing', code: 'bad_code', fromGoods: 'bad_from', startsOn: 'bad_date', uses: 'bad_uses' },
  })
  expect(readPromotionForm({ ...typed, value: '-5' })).toMatchObject({ problems: { value: 'bad_amount' } })
})

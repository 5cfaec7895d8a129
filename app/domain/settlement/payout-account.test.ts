import { expect, test } from 'vitest'
import { checkPayoutAccount, maskedNumber } from './payout-account.ts'

const bank = { rail: 'bank' as const, holder: '罗溪农场', bank: '测试银行', number: '6200 0000 0000 1234' }

test('a number is kept without the gaps it is typed with, full-width digits too', () => {
  expect(checkPayoutAccount(bank)).toMatchObject({ ok: true, value: { number: '6200000000001234' } })
  expect(checkPayoutAccount({ ...bank, number: '６２００-00000000' })).toMatchObject({ ok: true, value: { number: '620000000000' } })
})

test.each([
  [{ holder: ' ' }, { holder: 'missing' }],
  [{ bank: '' }, { bank: 'missing' }],
  [{ number: '1234567' }, { number: 'not_an_account_number' }],
  [{ number: '=1+1' }, { number: 'not_an_account_number' }],
  [{ rail: 'stripe' as const, number: '62000000' }, { number: 'not_a_connected_account' }],
  [{ holder: 'x'.repeat(81) }, { holder: 'too_long' }],
])('%o is refused at its field', (change, problems) => {
  expect(checkPayoutAccount({ ...bank, ...change })).toEqual({ ok: false, refusal: { code: 'not_valid', problems } })
})

test('only the last four digits are shown', () => {
  expect(maskedNumber('6200000000001234')).toBe('···· 1234')
})

import { expect, test } from 'vitest'
import { readAgreementForm } from './agreement.ts'

const typed = {
  homeType: 'farm',
  producerId: 'farm_wj',
  startsOn: '2027-01-01',
  distributionBp: '5',
  leaderBp: '3.00',
  serviceBp: '2.5',
  vatInServiceBp: '6',
  brandBp: '1',
  reserveFenPerKg: '0.20',
  leaderSavingBp: '20',
  floorFenPerKg: '4.4',
  premiumShareBp: '40',
  sampleKg: '12.5',
}
const read = (change: Record<string, string> = {}) => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...typed, ...change })) form.set(name, value)
  return readAgreementForm(form)
}

test('rates typed in percent become basis points, amounts fen, kilograms grams, without a float on the way', () => {
  const { problems, proposed, weightG } = read()
  expect(problems).toEqual({})
  expect(proposed).toMatchObject({
    distributionBp: 500,
    serviceBp: 250,
    reserveFenPerKg: 20,
    floorFenPerKg: 440,
    premiumShareBp: 4000,
    effectiveFrom: new Date('2026-12-31T16:00:00Z'),
    effectiveUntil: null,
  })
  expect(weightG).toBe(12_500)
})

test('what cannot be read is named at its field, and all that was typed is kept', () => {
  const { problems, values } = read({ serviceBp: '-1', brandBp: '', startsOn: '2027-02-31x', floorFenPerKg: 'x', sampleKg: '0' })
  expect(problems).toEqual({
    serviceBp: 'not_a_rate',
    brandBp: 'missing',
    startsOn: 'not_a_day',
    floorFenPerKg: 'not_an_amount',
    sampleKg: 'not_a_weight',
  })
  expect(values).toMatchObject({ serviceBp: '-1', floorFenPerKg: 'x' })
})

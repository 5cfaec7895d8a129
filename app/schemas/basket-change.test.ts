import { expect, test } from 'vitest'
import { hadField } from '#app/domain/ordering/had-field.ts'
import { readBasketChange, readShownPrices } from './basket-change.ts'

const formOf = (fields: [string, string][]) => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

test('a stepper says how many there shall be', () => {
  expect(
    readBasketChange(
      formOf([
        ['variantId', 'v1'],
        ['quantity', '3'],
      ]),
    ),
  ).toEqual({ variantId: 'v1', quantity: 3 })
  expect(
    readBasketChange(
      formOf([
        ['variantId', 'v1'],
        ['quantity', '0'],
      ]),
    ),
  ).toEqual({ variantId: 'v1', quantity: 0 })
})

test('the product page adds to what it showed of the chosen size', () => {
  const fields: [string, string][] = [
    ['variantId', 'v2'],
    ['add', '2'],
    [hadField('v1'), '7'],
    [hadField('v2'), '3'],
  ]
  expect(readBasketChange(formOf(fields))).toEqual({ variantId: 'v2', quantity: 5 })
})

test('what is no whole number of a size changes nothing', () => {
  for (const quantity of ['', '-1', '1.5', '1e3', 'two', '99999']) {
    expect(
      readBasketChange(
        formOf([
          ['variantId', 'v1'],
          ['quantity', quantity],
        ]),
      ),
      quantity,
    ).toBeNull()
  }
  expect(readBasketChange(formOf([['quantity', '1']]))).toBeNull()
  expect(
    readBasketChange(
      formOf([
        ['variantId', "v'; drop"],
        ['quantity', '1'],
      ]),
    ),
  ).toBeNull()
})

test('the prices agreed to are read one by one, malformed ones left out', () => {
  expect(
    readShownPrices(
      formOf([
        ['shown', 'v1=1200'],
        ['shown', 'v2'],
        ['shown', '=5'],
        ['shown', 'v3=x'],
      ]),
    ),
  ).toEqual([{ variantId: 'v1', priceFen: 1200 }])
})

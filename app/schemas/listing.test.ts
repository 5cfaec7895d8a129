import { expect, test } from 'vitest'
import { readListingCells, readShelfMoves } from './listing.ts'

function formOf(fields: Record<string, string | string[]>): FormData {
  const form = new FormData()
  for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) form.append(name, value)
  return form
}

test('only cells that say something else than they did are changes, however the number is written', () => {
  const form = formOf({
    'price:var_a': ' 68 ',
    'was:price:var_a': '6800',
    'price:var_b': '６８.５',
    'was:price:var_b': '6800',
    'stock:lot_b_2026-11-20': '12',
    'was:stock:lot_b_2026-11-20': '20',
  })
  expect(readListingCells(form)).toEqual({
    changes: [
      { kind: 'price', id: 'var_b', from: 6800, to: 6850 },
      { kind: 'stock', id: 'lot_b_2026-11-20', from: 20, to: 12 },
    ],
    problems: {},
  })
})

test('what cannot be read is named by its field', () => {
  const form = formOf({
    'price:var_a': '68 元',
    'was:price:var_a': '6800',
    'price:var_b': '0',
    'was:price:var_b': '6800',
    'price:var_c': '',
    'was:price:var_c': '6800',
    'stock:lot_a': '-3',
    'was:stock:lot_a': '20',
  })
  expect(readListingCells(form)).toEqual({
    changes: [],
    problems: {
      'price:var_a': 'not_an_amount',
      'price:var_b': 'must_be_positive',
      'price:var_c': 'not_an_amount',
      'stock:lot_a': 'not_a_whole_number',
    },
  })
})

test('fields that are no cells, and cells that do not say what they were, are passed over', () => {
  const form = formOf({ intent: 'save', 'price:var_a': '1', 'held:lot_a': '5', 'was:held:lot_a': '4', 'was:price:var_b': '1' })
  expect(readListingCells(form)).toEqual({ changes: [], problems: {} })
})

test('ticked products move to the other side of the shelf', () => {
  expect(readShelfMoves(formOf({ product: ['prd_a', '<script>'] }), 'off')).toEqual([
    { kind: 'shelf', id: 'prd_a', from: 'listed', to: 'off' },
  ])
})

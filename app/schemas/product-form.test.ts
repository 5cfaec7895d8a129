import { expect, test } from 'vitest'
import { readLotFields, readNewListing } from './product-form.ts'

const context = { today: '2026-11-22', geographicalIndications: new Set<string>() }

const product = {
  productCode: 'hl-duck',
  nameZh: '鸭蛋',
  nameEn: 'Duck eggs',
  category: 'eggs-dairy',
  textZh: '散养',
  textEn: 'Free range',
  originZh: '崇州',
  originEn: 'Chongzhou',
}
const size = {
  variantCode: 'HL-DUCK-10',
  variantZh: '10 枚',
  variantEn: '10 eggs',
  priceYuan: '28',
  netWeightG: '700',
  grossWeightG: '820',
  volumeMl: '2000',
  storage: 'ambient',
}

const formOf = (fields: Record<string, string>) => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  return form
}
const numbered = (fields: Record<string, string>, index: number) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`${name}.${index}`, value]))

test('a product with one size and a harvest is read as a row of a sheet is; a blank second size is none', () => {
  const form = formOf({
    ...product,
    ...numbered({ ...size, harvestedOn: '2026-11-20', bestBeforeOn: '2026-12-18', quantity: '40' }, 0),
    'storage.1': '',
  })
  form.append('certifications', 'organic')
  form.append('certifications', 'pgs')
  const { read, problems } = readNewListing(form, context)
  expect(problems).toEqual({})
  expect(read).toMatchObject([
    {
      product: { code: 'HL-DUCK', certifications: ['organic', 'pgs'], season: null },
      variant: { code: 'HL-DUCK-10', priceFen: 2800 },
      lot: { harvestedOn: '2026-11-20', quantity: 40 },
    },
  ])
})

test('each problem is named at the field it was typed in, of whichever size', () => {
  const form = formOf({
    ...product,
    nameEn: '',
    ...numbered(size, 0),
    ...numbered({ ...size, variantCode: 'HL-DUCK-30', grossWeightG: '1' }, 1),
    'priceYuan.2': 'cheap',
  })
  const { read, problems } = readNewListing(form, context)
  expect(read).toBeNull()
  expect(problems).toMatchObject({
    nameEn: 'required',
    'grossWeightG.1': 'gross_below_net',
    'priceYuan.2': 'not_an_amount',
    'variantCode.2': 'required',
  })
  expect(problems).not.toHaveProperty('nameZh')
})

test('the first size cannot be left out', () => {
  expect(readNewListing(formOf(product), context).problems).toMatchObject({ 'variantCode.0': 'required', 'priceYuan.0': 'required' })
})

test('a lot by itself is told in full', () => {
  expect(readLotFields(formOf({ harvestedOn: '2026-11-20' }), context).problems).toEqual({ bestBeforeOn: 'required', quantity: 'required' })
  expect(readLotFields(formOf({ harvestedOn: '2026-11-20', bestBeforeOn: '2026-11-19', quantity: '3' }), context).problems).toHaveProperty(
    'bestBeforeOn',
  )
})

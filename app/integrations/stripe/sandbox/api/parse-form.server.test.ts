import { expect, test } from 'vitest'
import { type FormTree, parseForm } from './parse-form.server.ts'
import { readParams } from './read-params.server.ts'

const plain = (tree: FormTree): unknown =>
  Object.fromEntries([...tree].map(([name, value]) => [name, value instanceof Map ? plain(value) : value]))

test('brackets nest, and numbers or nothing between them make a list', () => {
  const form = parseForm('a=1&line_items[0][price_data][currency]=cny&line_items[1][quantity]=2&expand[]=x&expand[]=y&name=%E7%B1%B3+%26')
  expect(plain(form)).toEqual({
    a: '1',
    line_items: { 0: { price_data: { currency: 'cny' } }, 1: { quantity: '2' } },
    expand: { 0: 'x', 1: 'y' },
    name: '米 &',
  })
})

test('what does not nest is a name like any other, and no name reaches an object prototype', () => {
  expect(plain(parseForm('a[b=1&]x[=2'))).toEqual({ 'a[b': '1', ']x[': '2' })
  parseForm('__proto__[polluted]=1&constructor[prototype][polluted]=1')
  expect({}).not.toHaveProperty('polluted')
})

test('a form nested without end or with thousands of members is refused', () => {
  expect(() => parseForm('a[b][c][d][e][f][g]=1')).toThrow('nest too deeply')
  expect(() => parseForm('a=1&'.repeat(2_001))).toThrow('Too many parameters')
})

test('whole numbers are read whole, and anything else is refused by name', () => {
  const params = readParams(parseForm('a[n]=12&a[m]=1.5&a[big]=99999999999999999999'))
  expect(params.group('a').integer('n')).toBe(12)
  expect(params.group('a').integer('absent')).toBeUndefined()
  expect(() => params.group('a').integer('m')).toThrow('Invalid integer: 1.5')
  expect(() => params.group('a').integer('big')).toThrow('Invalid integer')
  expect(() => params.integer('a')).toThrow('Invalid string')
})

test('a parameter nobody reads is refused wherever it stands', () => {
  const params = readParams(parseForm('a[known]=1&a[unknown]=2'))
  params.group('a').text('known')
  expect(() => params.refuseUnread()).toThrow('Received unknown parameter: a[unknown]')
})

import { pinyin } from 'pinyin-pro'
import { expect, test } from 'vitest'
import { productTermsOf, queryTermsOf, type SearchableProduct } from './search-terms.ts'

const pinyinOf = (chinese: string) => pinyin(chinese, { toneType: 'none', type: 'array', v: true })

const potatoes: SearchableProduct = {
  nameZh: '高山土豆',
  nameEn: 'Mountain Potatoes',
  originZh: '四川阿坝',
  farmNames: ['凤泉农场', 'Fengquan Farm'],
  categoryNames: ['蔬菜', 'vegetables'],
  cropNames: ['土豆', 'Potato'],
}
const mango: SearchableProduct = { ...potatoes, nameZh: '芒果', nameEn: 'Mango', farmNames: [], cropNames: [] }

const finds = (query: string, product: SearchableProduct) => {
  const indexed = productTermsOf(product, pinyinOf)
  const asked = queryTermsOf(query)
  return asked.length > 0 && asked.every((term) => indexed.has(term))
}

test('a word of two characters is found, alone and inside a longer name', () => {
  expect(finds('芒果', mango)).toBe(true)
  expect(finds('土豆', potatoes)).toBe(true)
  expect(finds('芒果', potatoes)).toBe(false)
})

test('one character is enough, but two that are not neighbours are not a word', () => {
  expect(finds('豆', potatoes)).toBe(true)
  expect(finds('山豆', potatoes)).toBe(false)
  expect(finds('高山 土豆', potatoes)).toBe(true)
})

test('pinyin finds a name, in full, in part and by its initials', () => {
  for (const query of ['tudou', 'TuDou', 'gaoshan tudou', 'gaoshantudou', 'td', 'gstd', 'mangguo']) {
    expect(finds(query, query === 'mangguo' ? mango : potatoes), query).toBe(true)
  }
  expect(finds('dudou', potatoes)).toBe(false)
})

test('whoever asks for 马铃薯 or 洋芋 finds 土豆', () => {
  expect(finds('马铃薯', potatoes)).toBe(true)
  expect(finds('洋芋', potatoes)).toBe(true)
  expect(finds('yangyu', potatoes)).toBe(true)
  expect(finds('马铃薯', mango)).toBe(false)
})

test('English is found from its first three letters, in the singular and the plural', () => {
  for (const query of ['pot', 'potato', 'potatoes', 'Mountain potatoes', 'the potatoes of Fengquan'])
    expect(finds(query, potatoes), query).toBe(true)
  expect(finds('po', potatoes)).toBe(false)
  expect(finds('otato', potatoes)).toBe(false)
})

test('a product is found by its farm, its place and its category', () => {
  for (const query of ['凤泉', 'fengquan', '阿坝', '蔬菜', 'vegetables', '凤泉 土豆']) expect(finds(query, potatoes), query).toBe(true)
})

test('a hit in the name counts more than one by farm or category', () => {
  const terms = productTermsOf(potatoes, pinyinOf)
  expect(terms.get('土豆')).toBeGreaterThan(terms.get('洋芋')!)
  expect(terms.get('洋芋')).toBeGreaterThan(terms.get('凤泉')!)
  expect(terms.get('凤泉')).toBeGreaterThan(terms.get('蔬菜')!)
})

test('a word that only begins like another counts less than the word itself', () => {
  const terms = productTermsOf({ ...mango, nameEn: 'Peach and pea', nameZh: '' }, pinyinOf)
  expect(terms.get('pea')).toBeGreaterThan(terms.get('peac')!)
})

test('a search of signs and spaces asks for nothing, and a very long one for ten terms at most', () => {
  expect(queryTermsOf(' ·!?,。 ')).toEqual([])
  expect(queryTermsOf('番'.repeat(3))).toEqual(['番番'])
  expect(queryTermsOf('一二三四五六七八九十甲乙丙丁戊己庚辛壬癸').length).toBe(10)
})

test('full-width letters and capitals are read as plain ones', () => {
  expect(queryTermsOf('ＴＵＤＯＵ')).toEqual(['tudou'])
})

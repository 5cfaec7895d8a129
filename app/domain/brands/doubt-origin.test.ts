import { expect, test } from 'vitest'
import { doubtOrigin, fieldNaming, type OwnTexts } from './doubt-origin.ts'

const network = {
  places: [
    { zh: '锦江区', en: 'Jinjiang', inZh: '四川成都' },
    { zh: '成华区', en: 'Chenghua', inZh: '四川成都' },
  ],
  indications: [
    { code: 'JINTANG-ORANGE', zh: '金堂脐橙', en: 'Jintang navel orange' },
    { code: 'PIXIAN-DOUBAN', zh: '郫县豆瓣', en: 'Pixian bean paste' },
  ],
}
const plain = { nameZh: '黄柠檬', nameEn: 'Yellow lemons', textZh: '皮薄汁多。', textEn: 'Thin skin, much juice.' }
const doubt = (texts: Partial<OwnTexts>, { originZh = '四川成都金堂', registered = [] as string[] } = {}) =>
  doubtOrigin({ ...plain, ...texts, originZh, registered: new Set(registered) }, network)?.word ?? null

test('a name or a text that claims another county is doubted, in either language', () => {
  expect(doubt({ nameZh: '安岳黄柠檬' })).toBe('安岳')
  expect(doubt({ textZh: '来自汉源的山坡。' })).toBe('汉源')
  expect(doubt({ textEn: 'Grown in Anyue, picked ripe.' })).toBe('Anyue')
  expect(doubt({ textZh: '锦江区的院子里长的。' })).toBe('锦江区')
})

test('a protected name is doubted until a registration covers the product, in its own county too', () => {
  expect(doubt({ nameZh: '金堂脐橙' })).toBe('金堂脐橙')
  expect(doubt({ nameZh: '金堂脐橙', nameEn: 'Jintang navel oranges' }, { registered: ['JINTANG-ORANGE'] })).toBeNull()
  expect(doubt({ textZh: '正宗安岳柠檬，皮薄。' })).toBe('安岳柠檬')
})

test('its own county, a closer one and a coarser one contradict nothing', () => {
  expect(doubt({ nameZh: '金堂黄柠檬', textEn: 'From Jintang.' })).toBeNull()
  expect(doubt({ textZh: '崇州和郫都的蛋。' }, { originZh: '四川成都' })).toBeNull()
  expect(doubt({ nameZh: '郫县老豆瓣' }, { originZh: '四川成都郫都' })).toBeNull()
})

test('what it is not, what it is like, what it is cooked with and where it is brought are no claims', () => {
  const harmless = [
    '不是安岳柠檬，是我们自己的。',
    '并非来自安岳。',
    '比安岳柠檬更酸一点。',
    '用郫县豆瓣炒的。',
    '配汉源花椒正好。',
    '当天送到锦江区。',
    '会理口味的蘸水。',
    '锦江区配送。',
    '成华区黑猪养足十个月。',
  ]
  for (const textZh of harmless) expect(doubt({ textZh }), textZh).toBeNull()
  for (const textEn of [
    'These are not Anyue lemons.',
    'Sourer than Anyue lemons.',
    'Cooked with Pixian bean paste.',
    'Delivered to Jinjiang.',
    'Pixian-style.',
    'Jinjiang black pigs.',
  ])
    expect(doubt({ textEn }), textEn).toBeNull()
})

test('a denial covers its own clause and not the next', () => {
  expect(doubt({ textZh: '不是大棚货，安岳的老树结的。' })).toBe('安岳')
})

test('a name inside another word is no place', () => {
  expect(doubt({ textEn: 'Miyinut oil and a dayita pan.' })).toBeNull()
  expect(doubt({ nameZh: '小金桔' })).toBeNull()
})

test('whoever mends it is shown the field that says it', () => {
  expect(fieldNaming({ ...plain, textEn: 'Grown in Anyue.' }, 'Anyue')).toBe('textEn')
  expect(fieldNaming(plain, '安岳')).toBeNull()
})

import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { expect, test } from 'vitest'
import { correctQuery } from './correct-query.ts'
import { editDistance } from './edit-distance.ts'
import { vocabularyOf } from './vocabulary.ts'

const pinyinOf = (chinese: string) => pinyin(chinese, { toneType: 'none', type: 'array', v: true })
const names = [
  '高山土豆 Mountain potatoes',
  '土鸡 Free-range chicken',
  '番茄 Tomatoes',
  '西兰花 Broccoli',
  '奶油南瓜 Butternut squash',
  '草莓 Strawberries',
]
const others = ['土豆', 'potato', '番茄', '西红柿', '洋葱', 'onion', '冰糖橙', '南瓜', 'strawberry', '豆瓣酱', '腊肠', '辣肠']
const vocabulary = vocabularyOf(names, others, pinyinOf)
const known = new Set(['高山', '番茄', 'tomatoes'])
const corrected = (query: string) => correctQuery(query, { vocabulary, pinyinOf, isKnown: (run) => known.has(run) })

test('what is typed wrong is put right', () => {
  const meant: [typed: string, meant: string][] = [
    ['土逗', '土豆'],
    ['图豆', '土豆'],
    ['涂斗', '土豆'],
    ['西红士', '西红柿'],
    ['西红', '西红柿'],
    ['冰糖成', '冰糖橙'],
    ['冰塘城', '冰糖橙'],
    ['豆办酱', '豆瓣酱'],
    ['patato', 'potato'],
    ['potatto', 'potato'],
    ['ptoato', 'potato'],
    ['brocoli', 'broccoli'],
    ['brocolli', 'broccoli'],
    ['strawbery', 'strawberry'],
    ['strowbery', 'strawberry'],
    ['tudo', '土豆'],
    ['xihongsi', '西红柿'],
    ['高山 土逗', '高山 土豆'],
    ['Patato 番茄', 'potato 番茄'],
  ]
  for (const [typed, word] of meant) expect(corrected(typed)[0], typed).toBe(word)
})

test('what sounds the same comes before what only looks alike', () => {
  expect(corrected('土都')).toEqual(['土豆', '土鸡'])
  expect(corrected('土蛋')).toEqual(['土鸡', '土豆'])
})

test('a word spelt right is left alone, on the shelf or not, and so is what is like nothing', () => {
  for (const query of ['番茄', '洋葱', 'onion', '榴莲', 'durian', 'td', '豆', '高山 榴莲']) expect(corrected(query), query).toEqual([])
})

const letters = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 7 })

test('an edit distance is a distance: none to itself, the same both ways, never longer than the longer word', () => {
  fc.assert(
    fc.property(letters, letters, (a, b) => {
      const distance = editDistance(a, b, 9)
      expect(distance === 0).toBe(a.join() === b.join())
      expect(editDistance(b, a, 9)).toBe(distance)
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length))
      expect(editDistance(a, b, 1)).toBe(Math.min(distance, 2))
    }),
  )
})

import { expect, test } from 'vitest'
import { layOutPoster, wrapText } from './lay-out-share.ts'

/** Chinese is an em wide, everything else half of one. */
const widthOf = (text: string) => [...text].reduce((sum, one) => sum + (one > '\u2e80' ? 2 : 1), 0)

test('Chinese breaks anywhere, a Latin word stays whole', () => {
  expect(wrapText('老坛泡菜红油辣酱', { widthOf, width: 8, lines: 3 })).toEqual(['老坛泡菜', '红油辣酱'])
  expect(wrapText('Lulala chilli sauce', { widthOf, width: 14, lines: 3 })).toEqual(['Lulala chilli', 'sauce'])
})

test('what does not fit into the lines is said by an ellipsis within the width', () => {
  const wrapped = wrapText('紫色珍珠土豆新鲜现挖五斤装', { widthOf, width: 8, lines: 2 })
  expect(wrapped).toHaveLength(2)
  expect(wrapped[1]).toMatch(/…$/)
  for (const line of wrapped) expect(widthOf(line)).toBeLessThanOrEqual(9)
})

test('a poster without a code leaves no empty frame for one', () => {
  const shared = { title: '鸡蛋', maker: '吴家', figure: null, note: '同田', brand: '同田', art: null, seal: '<svg />', code: null }
  const outline = (text: string) => ({ path: 'M0 0', widthPx: widthOf(text) * 10 })
  expect(layOutPoster(shared, outline)).not.toContain('x="720"')
  expect(layOutPoster({ ...shared, code: { size: 29, path: 'M0 0', label: '扫码' } }, outline)).toContain('x="720"')
})

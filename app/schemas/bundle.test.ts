import { expect, test } from 'vitest'
import { readBundleForm } from './bundle.ts'

const typed = {
  ...{ nameZh: '一周蔬菜', nameEn: 'Week', textZh: '好', textEn: 'good', sizeZh: '一箱', sizeEn: 'box', off: '7.5' },
  ...{ part1: 'wj-001-a 小青菜 2 斤', units1: '2', part2: '', units2: '1' },
}

test('a bundle is read as it is typed: codes from the list, the saving to two decimals, empty rows left out', () => {
  const read = readBundleForm(typed)
  expect(read).toMatchObject({ problems: {}, offBp: 750, parts: [{ row: 1, code: 'WJ-001-A', units: 2 }] })
})

test('what cannot be read is said at its field', () => {
  const { problems } = readBundleForm({
    ...typed,
    nameEn: ' ',
    off: '51',
    units1: '0',
    part3: 'X-1',
    units3: '1',
    part4: 'x-1',
    units4: '1',
  })
  expect(problems).toEqual({ nameEn: 'missing', off: 'bad_off', units1: 'bad_units', part4: 'twice' })
  expect(readBundleForm({ ...typed, part1: '', units1: '' }).problems).toEqual({ part1: 'no_parts' })
  expect(readBundleForm({ ...typed, part2: '', units2: '3' }).problems).toEqual({ part2: 'units_alone' })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contrast, farmInks } from './farm-inks.ts'

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

test('black on white is 21 to 1, and a colour on itself 1 to 1', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21)
  expect(contrast('#8a4b08', '#8a4b08')).toBe(1)
})

test('whatever colour a farm chose, its text can be read on the page and on its own fill, light and dark', () => {
  fc.assert(
    fc.property(colour, (chosen) => {
      const { light, dark } = farmInks(chosen)
      for (const ground of ['#f1f4ee', '#ffffff']) expect(contrast(light.text, ground)).toBeGreaterThanOrEqual(4.5)
      for (const ground of ['#0f1612', '#18211b']) expect(contrast(dark.text, ground)).toBeGreaterThanOrEqual(4.5)
      for (const { fill, onFill } of [light, dark]) expect(contrast(fill, onFill)).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('a colour that can be read already is kept as the farm chose it', () => {
  expect(farmInks('#8a4b08').light.text).toBe('#8a4b08')
})

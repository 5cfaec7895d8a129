import fc from 'fast-check'
import { expect, test } from 'vitest'
import { encodeThumbhash } from './encode-thumbhash.ts'
import { meanColourOf } from './mean-colour.ts'

const part = fc.integer({ min: 0, max: 255 })

test('a picture of one colour has that colour on average, to a few steps of each part', () => {
  fc.assert(
    fc.property(part, part, part, (red, green, blue) => {
      const rgb = Uint8Array.from({ length: 12 * 3 }, (_, i) => [red, green, blue][i % 3]!)
      const mean = meanColourOf(encodeThumbhash({ width: 4, height: 3, rgb }))
      const parts = [1, 3, 5].map((at) => Number.parseInt(mean.slice(at, at + 2), 16))
      for (const [index, wanted] of [red, green, blue].entries()) expect(Math.abs(parts[index]! - wanted)).toBeLessThan(14)
    }),
  )
})

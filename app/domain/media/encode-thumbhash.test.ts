import { expect, test } from 'vitest'
import { encodeThumbhash } from './encode-thumbhash.ts'

const raster = (width: number, height: number, at: (x: number, y: number) => [number, number, number]) => ({
  width,
  height,
  rgb: Uint8Array.from(Array.from({ length: width * height }, (_, i) => at(i % width, Math.floor(i / width))).flat()),
})

test('a plain picture is its one colour: leaf green comes back from the first bytes', () => {
  const [a = 0, b = 0, c = 0] = encodeThumbhash(raster(8, 8, () => [14, 107, 74]))
  const head = a | (b << 8) | (c << 16)
  const [l, p, q] = [(head & 63) / 63, ((head >> 6) & 63) / 31.5 - 1, ((head >> 12) & 63) / 31.5 - 1]
  const blue = l - (2 / 3) * p
  const red = (3 * l - blue + q) / 2
  for (const [got, meant] of [
    [red, 14],
    [red - q, 107],
    [blue, 74],
  ] as const)
    expect(Math.abs(got * 255 - meant)).toBeLessThan(9)
})

test('which way it lies is kept, and a picture brighter on the left is not one brighter on the right', () => {
  const left = encodeThumbhash(raster(40, 30, (x) => [255 - x * 6, 255 - x * 6, 255 - x * 6]))
  const right = encodeThumbhash(raster(40, 30, (x) => [x * 6, x * 6, x * 6]))
  expect([left[4]! >> 7, encodeThumbhash(raster(30, 40, (x) => [x * 8, 0, 0]))[4]! >> 7]).toEqual([1, 0])
  expect(left).not.toEqual(right)
  expect(left.byteLength).toBeLessThanOrEqual(25)
})

test('more than a hundred pixels a side is a mistake of ours', () => {
  expect(() => encodeThumbhash({ width: 101, height: 1, rgb: new Uint8Array(303) })).toThrow(RangeError)
})

import sharp from 'sharp'
import { expect, test } from 'vitest'
import { photographAsDrawing, printPng } from './print-png.server.ts'

test('a photograph lies in a drawing as it is, and is printed with it', async () => {
  const photograph = await sharp({ create: { width: 960, height: 720, channels: 3, background: '#0e6b4a' } })
    .webp()
    .toBuffer()
  const drawing = await photographAsDrawing(photograph)
  const placed = drawing.replace('<svg ', '<svg x="0" y="0" width="80" height="60" ')
  const printed = await printPng(`<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60">${placed}</svg>`)
  const [red = 0, green = 0, blue = 0] = await sharp(printed).resize(1, 1).removeAlpha().raw().toBuffer()
  for (const [seen, wanted] of [
    [red, 0x0e],
    [green, 0x6b],
    [blue, 0x4a],
  ] as const)
    expect(Math.abs(seen - wanted)).toBeLessThan(8)
})

import sharp from 'sharp'
import { expect, test } from 'vitest'
import { AliasSchema } from '#app/schemas/dock.ts'
import { randomText } from '#db/new-id.server.ts'
import { type Modules, readQrCode } from '#tests/support/read-qr-code.ts'
import { qrCodeSvg } from './draw-qr-code.server.ts'

/** The label's code is 7 rem wide, 29.6 mm; a label printer has eight dots a millimetre. */
const dots = 237
const quietModules = 4

/** The code as it comes off the printer: in dots, a little blurred. */
const printed = (text: string) =>
  sharp(Buffer.from(qrCodeSvg(text)))
    .resize(dots, dots)
    .blur(1.2)
    .greyscale()
    .raw()
    .toBuffer()

/** What stands at the middle of each module of the picture. */
function modulesOf(picture: Buffer, size: number): Modules {
  const pitch = dots / (size + 2 * quietModules)
  const at = (module: number) => Math.floor((module + quietModules + 0.5) * pitch)
  const each = Array.from({ length: size }, (_, module) => module)
  return each.map((row) => each.map((column) => picture[at(row) * dots + at(column)]! < 128))
}

test('a printed label says its alias, just as the dock and the driver’s load check take it', async () => {
  for (const alias of Array.from({ length: 40 }, () => randomText(5).toUpperCase())) {
    const read = readQrCode(modulesOf(await printed(alias), 21))
    expect(read).toBe(alias)
    expect(AliasSchema.parse(read)).toBe(alias)
  }
})

test('its modules are a millimetre wide at the least, which a telephone reads at arm’s length', () => {
  const { width } = /viewBox="0 0 (?<width>\d+) /.exec(qrCodeSvg('7K2M9'))!.groups!
  expect(29.6 / Number(width)).toBeGreaterThan(1)
})

test('another text is another code', async () => {
  expect(readQrCode(modulesOf(await printed('7K2M8'), 21))).not.toBe('7K2M9')
})

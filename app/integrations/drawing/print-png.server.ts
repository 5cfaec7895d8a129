import sharp from 'sharp'

/** A photograph kept at 4:3 as a drawing of 960 by 720, for a layout made of drawings. */
export async function photographAsDrawing(photograph: Uint8Array): Promise<string> {
  const jpeg = await sharp(photograph).jpeg({ quality: 82 }).toBuffer()
  const href = `data:image/jpeg;base64,${jpeg.toString('base64')}`
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 960 720"><image width="960" height="720" href="${href}"/></svg>`
}

/** A drawing as a PNG file in its own size. */
export const printPng = (svg: string): Promise<Buffer> => sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer()

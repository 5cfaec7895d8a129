import sharp from 'sharp'

/** A drawing as a PNG file in its own size. */
export const printPng = (svg: string): Promise<Buffer> => sharp(Buffer.from(svg)).png({ compressionLevel: 9, palette: true }).toBuffer()

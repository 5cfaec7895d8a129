import sharp, { type Sharp } from 'sharp'
import { encodeThumbhash } from '#app/domain/media/encode-thumbhash.ts'
import { evidenceFiles, isForShelf, type MediaUse, type PictureFile, shelfFormats, shelfWidths } from '#app/domain/media/picture-files.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import type { StoredFile } from './media-store.ts'

const mostPixels = 40_000_000
const leastShelfWidth = 800
const leastShelfHeight = 600
/** Drawings and animations are not photographs, and an SVG may carry anything. */
const photographs = new Set(['jpeg', 'png', 'webp', 'heif', 'avif'])

export type RenderedPicture = { width: number; height: number; thumbhash: string; files: StoredFile[] }
export type PictureRefusal = { code: 'not_an_image' } | { code: 'too_small' } | { code: 'too_many_pixels' }

/**
 * A photograph as it is kept: turned upright, without its EXIF, in the sizes of its use. Width and height are those of the upright
 * original. What is broken, is no photograph, or would need more memory than it is worth is refused before it is decoded.
 */
export async function renderPicture(bytes: Uint8Array, use: MediaUse): Promise<Result<RenderedPicture, PictureRefusal>> {
  if (bytes.byteLength === 0) return refuse({ code: 'not_an_image' })
  const header = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null)
  if (!header || !photographs.has(header.format)) return refuse({ code: 'not_an_image' })
  const { width, height } = header.autoOrient
  if (width * height > mostPixels) return refuse({ code: 'too_many_pixels' })
  if (isForShelf(use) && (width < leastShelfWidth || height < leastShelfHeight)) return refuse({ code: 'too_small' })
  try {
    const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'error' }).autoOrient()
    const [files, thumbhash] = await Promise.all([isForShelf(use) ? shelfPictures(upright) : evidencePictures(upright), hashOf(upright)])
    return accept({ width, height, thumbhash, files })
  } catch {
    return refuse({ code: 'not_an_image' })
  }
}

const shelfPictures = (upright: Sharp): Promise<StoredFile[]> =>
  Promise.all(
    shelfWidths.flatMap((width) => {
      const cut = upright.clone().resize({ width, height: (width * 3) / 4, fit: 'cover', position: 'attention' })
      return shelfFormats.map(async (format) => ({
        name: `${width}.${format}` as const,
        bytes: await (format === 'avif' ? cut.clone().avif({ quality: 55, effort: 3 }) : cut.clone().webp({ quality: 78 })).toBuffer(),
      }))
    }),
  )

const evidencePictures = (upright: Sharp): Promise<StoredFile[]> =>
  Promise.all(
    Object.entries(evidenceFiles).map(async ([name, most]) => ({
      name: name as PictureFile,
      bytes: await upright
        .clone()
        .resize({ width: most, height: most, fit: 'inside', withoutEnlargement: true })
        .flatten({ background: '#ffffff' })
        .webp({ quality: 76 })
        .toBuffer(),
    })),
  )

async function hashOf(upright: Sharp): Promise<string> {
  const small = upright.clone().resize({ width: 64, height: 64, fit: 'inside' }).flatten({ background: '#ffffff' }).toColourspace('srgb')
  const { data, info } = await small.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return Buffer.from(encodeThumbhash({ width: info.width, height: info.height, rgb: data })).toString('base64')
}

/** Red, green and blue of each pixel in turn, 0 to 255, rows from the top; at most 100 pixels a side. */
export type Raster = { width: number; height: number; rgb: Uint8Array }

const brightnessTerms = 7
const colourTerms = 3

/**
 * A picture in about 25 bytes: its mean colour and the lowest cosine terms of brightness and two colour differences.
 * Format: ThumbHash (Wallace 2023), without alpha. @throws RangeError for a raster above 100 × 100
 */
export function encodeThumbhash({ width, height, rgb }: Raster): Uint8Array {
  if (width > 100 || height > 100) throw new RangeError(`A thumbhash is of at most 100 by 100 pixels, not ${width} by ${height}`)
  const brightness = new Float64Array(width * height)
  const yellowBlue = new Float64Array(width * height)
  const redGreen = new Float64Array(width * height)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const [red, green, blue] = [rgb[pixel * 3]! / 255, rgb[pixel * 3 + 1]! / 255, rgb[pixel * 3 + 2]! / 255]
    brightness[pixel] = (red + green + blue) / 3
    yellowBlue[pixel] = (red + green) / 2 - blue
    redGreen[pixel] = red - green
  }
  const longest = Math.max(width, height)
  const across = Math.max(1, Math.round((brightnessTerms * width) / longest))
  const down = Math.max(1, Math.round((brightnessTerms * height) / longest))
  const isLandscape = width > height
  const plane = (values: Float64Array, nx: number, ny: number) => cosineTerms({ values, width, height }, nx, ny)
  const l = plane(brightness, Math.max(3, across), Math.max(3, down))
  const p = plane(yellowBlue, colourTerms, colourTerms)
  const q = plane(redGreen, colourTerms, colourTerms)

  const first =
    Math.round(63 * l.mean) |
    (Math.round(31.5 + 31.5 * p.mean) << 6) |
    (Math.round(31.5 + 31.5 * q.mean) << 12) |
    (Math.round(31 * l.largest) << 18)
  const second =
    (isLandscape ? down : across) | (Math.round(63 * p.largest) << 3) | (Math.round(63 * q.largest) << 9) | (isLandscape ? 1 << 15 : 0)
  const head = [first & 255, (first >> 8) & 255, first >> 16, second & 255, second >> 8]
  const nibbles = [l, p, q].flatMap(({ terms, largest }) =>
    terms.map((term) => Math.round(15 * (largest === 0 ? 0 : 0.5 + (0.5 * term) / largest))),
  )
  const bytes = new Uint8Array(head.length + Math.ceil(nibbles.length / 2))
  bytes.set(head)
  for (const [place, nibble] of nibbles.entries()) bytes[head.length + (place >> 1)]! |= nibble << ((place & 1) * 4)
  return bytes
}

type Plane = { values: Float64Array; width: number; height: number }

/** The cosine terms below the diagonal from `nx` to `ny`, the mean apart from the rest. */
function cosineTerms({ values, width, height }: Plane, nx: number, ny: number) {
  const terms: number[] = []
  let mean = 0
  for (let cy = 0; cy < ny; cy++) {
    for (let cx = 0; cx * ny < nx * (ny - cy); cx++) {
      let sum = 0
      for (let y = 0; y < height; y++) {
        const row = Math.cos((Math.PI / height) * cy * (y + 0.5))
        for (let x = 0; x < width; x++) sum += values[y * width + x]! * Math.cos((Math.PI / width) * cx * (x + 0.5)) * row
      }
      const term = sum / (width * height)
      if (cx === 0 && cy === 0) mean = term
      else terms.push(term)
    }
  }
  return { mean, terms, largest: Math.max(0, ...terms.map(Math.abs)) }
}

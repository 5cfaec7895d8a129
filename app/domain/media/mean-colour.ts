/** The colour a picture is on average, `#rrggbb`, out of the first bytes of its thumbhash. */
export function meanColourOf(thumbhash: Uint8Array): string {
  const [low = 0, middle = 0, high = 0] = thumbhash
  const head = low | (middle << 8) | (high << 16)
  const brightness = (head & 63) / 63
  const yellowBlue = ((head >> 6) & 63) / 31.5 - 1
  const redGreen = ((head >> 12) & 63) / 31.5 - 1
  const blue = brightness - (2 / 3) * yellowBlue
  const red = (3 * brightness - blue + redGreen) / 2
  const green = red - redGreen
  return `#${[red, green, blue].map(hexOf).join('')}`
}

const hexOf = (part: number) =>
  Math.round(Math.min(1, Math.max(0, part)) * 255)
    .toString(16)
    .padStart(2, '0')

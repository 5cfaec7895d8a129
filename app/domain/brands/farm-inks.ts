/** A farm's colour made legible: under white or dark text as a fill, and as text on the page itself; for light and for dark. */
export type FarmInks = { light: Ink; dark: Ink }
export type Ink = { fill: string; onFill: string; text: string }

/** What text stands on: the identity's ground and paper (design tokens), the harder one of each. */
const grounds = { light: '#f1f4ee', dark: '#18211b' } as const
const [white, dark] = ['#ffffff', '#17231c'] as const
const leastContrast = 4.5

/** WCAG 2.2's ratio between two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** The nearest tints of a farm's `#rrggbb` that can be read, whatever the colour. */
export function farmInks(colour: string): FarmInks {
  const ink = (mode: keyof typeof grounds, towards: string): Ink => {
    const text = mixedUntil(
      colour,
      towards,
      (tint) => Math.min(contrast(tint, grounds[mode]), contrast(tint, onFillOf(tint))) >= leastContrast,
    )
    return { text, fill: text, onFill: onFillOf(text) }
  }
  return { light: ink('light', '#000000'), dark: ink('dark', '#ffffff') }
}

const onFillOf = (fill: string) => (contrast(fill, white) >= contrast(fill, dark) ? white : dark)

/** Mixed in steps of a twentieth; fully mixed is black on light ground or white on dark, which can be read. */
function mixedUntil(from: string, towards: string, isGood: (colour: string) => boolean): string {
  for (let part = 0; part < 20; part++) {
    const tint = mix(from, towards, part / 20)
    if (isGood(tint)) return tint
  }
  return towards
}

const parts = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))

function mix(from: string, towards: string, share: number): string {
  const [a, b] = [parts(from), parts(towards)]
  return `#${a
    .map((value, i) =>
      Math.round(value + (b[i]! - value) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = parts(hex).map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** A line of text as one path from x = 0, its baseline at y = 0, and how wide it is. */
export type OutlineText = (text: string, sizePx: number) => { path: string; widthPx: number }

/** What is shared: a product, a shop, a group buy. `art` and `seal` are whole SVG drawings; `code` is a QR code's path in modules. */
export type Shared = {
  title: string
  /** who stands behind it, and where */
  maker: string
  /** price or what else is worth a line; printed in the colour of prices */
  figure: string | null
  note: string
  brand: string
  art: string | null
  seal: string
  code: { size: number; path: string; label: string } | null
}

const ink = '#17231C'
const ink2 = '#4A574F'
const ground = '#F1F4EE'
const paper = '#FFFFFF'
const pepper = '#B3261E'
const rule = '#C9D2C6'

/** The picture a link is shown by: 1200 × 630 (the Open Graph size), drawing left, words right. */
export function layOutCard(shared: Shared, outline: OutlineText): string {
  const { write, block } = pen(outline)
  const left = 660
  const width = 480
  const title = block(shared.title, { x: left, y: 214, size: 60, width, lines: 3, leading: 76 })
  return drawing(1200, 630, [
    frame(0, 0, 1200, 630, ground),
    `<rect x="40" y="40" width="580" height="550" fill="${paper}" stroke="${ink}" stroke-width="4"/>`,
    shared.art ? place(shared.art, 44, 44, 572, 542) : place(shared.seal, 190, 175, 280, 280),
    shared.art ? place(shared.seal, left, 40, 84, 84) : '',
    write(shared.brand, { x: shared.art ? left + 104 : left, y: 96, size: 34 }),
    title.drawn,
    write(shared.maker, { x: left, y: title.bottom + 62, size: 32, fill: ink2, most: width }),
    shared.figure ? write(shared.figure, { x: left, y: title.bottom + 134, size: 48, fill: pepper, most: width }) : '',
    write(shared.note, { x: left, y: 570, size: 26, fill: ink2, most: width }),
  ])
}

/** A poster for a phone's chat or a notice board: 1080 × 1440, drawing above, words and the code to scan below. */
export function layOutPoster(shared: Shared, outline: OutlineText): string {
  const { write, block } = pen(outline)
  const width = shared.code ? 620 : 960
  const title = block(shared.title, { x: 60, y: 990, size: 68, width, lines: 2, leading: 88 })
  const { code } = shared
  return drawing(1080, 1440, [
    frame(0, 0, 1080, 1440, ground),
    `<rect x="40" y="40" width="1000" height="760" fill="${paper}" stroke="${ink}" stroke-width="5"/>`,
    shared.art ? place(shared.art, 46, 46, 988, 748) : place(shared.seal, 340, 220, 400, 400),
    place(shared.seal, 60, 830, 84, 84),
    write(shared.brand, { x: 164, y: 886, size: 40 }),
    title.drawn,
    write(shared.maker, { x: 60, y: title.bottom + 66, size: 34, fill: ink2, most: width }),
    shared.figure ? write(shared.figure, { x: 60, y: title.bottom + 146, size: 56, fill: pepper, most: width }) : '',
    `<path d="M60 1352h960" stroke="${rule}" stroke-width="2"/>`,
    write(shared.note, { x: 60, y: 1400, size: 28, fill: ink2, most: 960 }),
    code
      ? `<rect x="720" y="930" width="300" height="300" fill="${paper}" stroke="${ink}" stroke-width="3"/>
         <svg x="724" y="934" width="292" height="292" viewBox="0 0 ${code.size} ${code.size}" shape-rendering="crispEdges"><path d="${code.path}"/></svg>
         ${write(code.label, { x: 870, y: 1284, size: 28, anchor: 'middle', most: 300 })}`
      : '',
  ])
}

type Line = { x: number; y: number; size: number; fill?: string; anchor?: 'start' | 'middle'; most?: number }

/** Writes with outlines: one line that shrinks to fit, or a block that wraps and ends in an ellipsis. */
function pen(outline: OutlineText) {
  const write = (text: string, { x, y, size, fill = ink, anchor = 'start', most = Number.POSITIVE_INFINITY }: Line): string => {
    const full = outline(text, size)
    const scale = Math.min(1, most / full.widthPx)
    const from = anchor === 'middle' ? x - (full.widthPx * scale) / 2 : x
    return `<path transform="translate(${from.toFixed(1)} ${y}) scale(${scale.toFixed(4)})" fill="${fill}" d="${full.path}"/>`
  }
  const block = (text: string, { x, y, size, width, lines, leading }: Line & { width: number; lines: number; leading: number }) => {
    const wrapped = wrapText(text, { widthOf: (part) => outline(part, size).widthPx, width, lines })
    return {
      drawn: wrapped.map((line, index) => write(line, { x, y: y + index * leading, size })).join(''),
      bottom: y + (wrapped.length - 1) * leading,
    }
  }
  return { write, block }
}

/** Breaks a text into at most `lines` lines no wider than `width`: Latin words stay whole, Chinese breaks anywhere; what is left is said by `…`. */
export function wrapText(
  text: string,
  { widthOf, width, lines }: { widthOf: (text: string) => number; width: number; lines: number },
): string[] {
  const pieces = text.match(/[\u2e80-\u9fff\uff00-\uffef]|[^\s\u2e80-\u9fff\uff00-\uffef]+\s*|\s+/g) ?? []
  const wrapped: string[] = ['']
  for (const piece of pieces) {
    const line = `${wrapped.at(-1)}${piece}`
    if (wrapped.at(-1) === '' || widthOf(line.trimEnd()) <= width) wrapped[wrapped.length - 1] = line
    else wrapped.push(piece)
  }
  const trimmed = wrapped.map((line) => line.trim())
  if (trimmed.length <= lines) return trimmed
  const shown = trimmed.slice(0, lines)
  let last = shown[lines - 1] ?? ''
  while (last !== '' && widthOf(`${last}…`) > width) last = [...last].slice(0, -1).join('')
  return [...shown.slice(0, -1), `${last}…`]
}

const drawing = (width: number, height: number, parts: readonly string[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${parts.join('')}</svg>`

const frame = (x: number, y: number, width: number, height: number, fill: string) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}"/>`

/** A drawing of ours, fitted into a box. */
const place = (svg: string, x: number, y: number, width: number, height: number) =>
  svg.replace('<svg ', `<svg x="${x}" y="${y}" width="${width}" height="${height}" preserveAspectRatio="xMidYMid meet" `)

/** Light or dark at each module, row by row, without the quiet zone. */
export type Modules = readonly (readonly boolean[])[]

/**
 * Reads a QR code's text off its modules by ISO/IEC 18004, written apart from the library that draws it: format, mask, the way
 * through the matrix, one segment of digits, letters or bytes. Up to version 3, which have one block; errors are not corrected.
 */
export function readQrCode(modules: Modules): string {
  const size = modules.length
  const version = (size - 17) / 4
  if (version !== 1 && version !== 2 && version !== 3) throw new Error(`a code of ${size} modules is not read here`)
  const dark = (row: number, column: number) => modules[row]![column]!
  const mask = (Number(dark(8, 2)) << 2) | (Number(dark(8, 3)) << 1) | Number(dark(8, 4))
  const isMasked = masks[mask ^ 0b101]!
  const bits: number[] = []
  for (let right = size - 1, up = true; right > 0; right -= 2, up = !up) {
    if (right === 6) right = 5
    for (let step = 0; step < size; step++) {
      const row = up ? size - 1 - step : step
      for (const column of [right, right - 1]) {
        if (!isFunction(row, column, size)) bits.push(Number(dark(row, column) !== isMasked(row, column)))
      }
    }
  }
  return readSegment(bits)
}

const masks = [
  (row: number, column: number) => (row + column) % 2 === 0,
  (row: number) => row % 2 === 0,
  (_row: number, column: number) => column % 3 === 0,
  (row: number, column: number) => (row + column) % 3 === 0,
  (row: number, column: number) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row: number, column: number) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row: number, column: number) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row: number, column: number) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

function isFunction(row: number, column: number, size: number): boolean {
  const atFinder = (row < 9 && column < 9) || (row < 9 && column >= size - 8) || (row >= size - 8 && column < 9)
  const atAlignment = size > 21 && Math.abs(row - (size - 7)) <= 2 && Math.abs(column - (size - 7)) <= 2
  return atFinder || atAlignment || row === 6 || column === 6
}

const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

function readSegment(bits: readonly number[]): string {
  let at = 0
  const take = (count: number) => {
    at += count
    return bits.slice(at - count, at).reduce((value, bit) => value * 2 + bit, 0)
  }
  const mode = take(4)
  if (mode === 0b0100) {
    const bytes = Uint8Array.from({ length: take(8) }, () => take(8))
    return new TextDecoder().decode(bytes)
  }
  if (mode === 0b0010) {
    const length = take(9)
    const pairs = Array.from({ length: Math.floor(length / 2) }, () => take(11))
    const text = pairs.map((pair) => letters[Math.floor(pair / 45)]! + letters[pair % 45]!).join('')
    return length % 2 === 0 ? text : text + letters[take(6)]!
  }
  if (mode === 0b0001) {
    const length = take(10)
    const widths = [0, 4, 7]
    const whole = Array.from({ length: Math.floor(length / 3) }, () => String(take(10)).padStart(3, '0'))
    const rest = length % 3
    return whole.join('') + (rest === 0 ? '' : String(take(widths[rest]!)).padStart(rest, '0'))
  }
  throw new Error(`mode ${mode} is not read here`)
}

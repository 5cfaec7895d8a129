import { inflateRawSync } from 'node:zlib'

const LOCAL_FILE = 0x04034b50
const DATA_DESCRIPTOR = 0x08074b50
const HAS_DESCRIPTOR = 0x08

/** The extent of a workbook's sheets: the last row and column any cell or row claims, counted from 1. */
export type WorkbookExtent = { rows: number; columns: number }

/**
 * Unpacks a workbook under a limit before a parser that has none sees it. Entries are walked in the order a stream reader meets them, and the
 * sizes they claim are checked against what they hold, so that neither a bomb nor a lying header gets through.
 * @returns null when the bytes are not a whole zip of plain entries; 'too_large' when they unpack to more than `maxUnpackedBytes`
 */
export function measureWorkbook(bytes: Buffer, maxUnpackedBytes: number): WorkbookExtent | 'too_large' | null {
  const extent = { rows: 0, columns: 0 }
  let left = maxUnpackedBytes
  let offset = 0
  while (offset + 30 <= bytes.length && bytes.readUInt32LE(offset) === LOCAL_FILE) {
    const entry = readLocalHeader(bytes, offset)
    const unpacked = unpack(bytes.subarray(entry.dataAt), entry, left)
    if (unpacked === null || unpacked === 'too_large') return unpacked
    const isHonest = entry.hasDescriptor || (entry.packedSize === unpacked.packedSize && entry.size === unpacked.content.length)
    if (!isHonest) return null
    left -= unpacked.content.length
    if (/^xl\/worksheets\/.*\.xml$/i.test(entry.name)) widen(extent, unpacked.content.toString('latin1'))
    offset = entry.dataAt + unpacked.packedSize
    if (entry.hasDescriptor) offset += offset + 4 <= bytes.length && bytes.readUInt32LE(offset) === DATA_DESCRIPTOR ? 16 : 12
  }
  return offset === 0 ? null : extent
}

type LocalHeader = { name: string; method: number; hasDescriptor: boolean; packedSize: number; size: number; dataAt: number }

function readLocalHeader(bytes: Buffer, at: number): LocalHeader {
  const nameEnd = at + 30 + bytes.readUInt16LE(at + 26)
  return {
    name: bytes.toString('utf8', at + 30, nameEnd),
    method: bytes.readUInt16LE(at + 8),
    hasDescriptor: (bytes.readUInt16LE(at + 6) & HAS_DESCRIPTOR) !== 0,
    packedSize: bytes.readUInt32LE(at + 18),
    size: bytes.readUInt32LE(at + 22),
    dataAt: nameEnd + bytes.readUInt16LE(at + 28),
  }
}

function unpack(data: Buffer, entry: LocalHeader, limit: number): { content: Buffer; packedSize: number } | 'too_large' | null {
  if (entry.method === 0 && !entry.hasDescriptor) {
    if (entry.size > limit) return 'too_large'
    return { content: data.subarray(0, entry.size), packedSize: entry.packedSize }
  }
  if (entry.method !== 8) return null
  try {
    // With `info` Node answers more than its types say: the engine too, and so how much was read.
    const { buffer, engine } = inflateRawSync(data, { info: true, maxOutputLength: Math.max(limit, 1) }) as unknown as {
      buffer: Buffer
      engine: { bytesWritten: number }
    }
    return { content: buffer, packedSize: engine.bytesWritten }
  } catch (error) {
    return error instanceof RangeError ? 'too_large' : null
  }
}

/** Reads `r="B7"` of cells and `r="7"` of rows, wherever they are written. */
function widen(extent: WorkbookExtent, xml: string): void {
  for (const [, letters = '', digits] of xml.matchAll(/<(?:\w+:)?(?:c|row)\b[^>]*?\br\s*=\s*["']\s*\$?([A-Za-z]*)\$?(\d+)/g)) {
    const column = [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
    extent.rows = Math.max(extent.rows, Number(digits))
    extent.columns = Math.max(extent.columns, column)
  }
}

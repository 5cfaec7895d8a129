/**
 * The text of a file saved by a spreadsheet: UTF-8 with or without a mark, UTF-16 with one, else GB18030, which Excel in China writes.
 * @returns null when it is none of them or holds characters no text holds
 */
export function decodeText(content: Uint8Array): string | null {
  const encodings = content[0] === 0xff && content[1] === 0xfe ? ['utf-16le'] : ['utf-8', 'gb18030']
  for (const encoding of encodings) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(content)
      return text.includes('\0') ? null : text
    } catch {
      // Not this encoding: the next one decides.
    }
  }
  return null
}

/**
 * A rendered page without the empty bytes React 18 leaves at the end of its 2 KB pieces wherever the next Chinese character does
 * not fit: in an attribute a browser shows each as "�". A page has no other zeroes.
 */
export function closeGaps(page: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  const pieces: Buffer<ArrayBuffer>[] = []
  let from = 0
  for (let gap = page.indexOf(0); gap >= 0; gap = page.indexOf(0, from)) {
    if (gap > from) pieces.push(page.subarray(from, gap))
    from = gap + 1
  }
  return from === 0 ? page : Buffer.concat([...pieces, page.subarray(from)])
}

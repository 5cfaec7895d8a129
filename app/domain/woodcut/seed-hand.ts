/** The carver's hand: never quite straight, and the same every time for the same seed. */
export interface Hand {
  /** A number from `low` up to `high`. */
  between(low: number, high: number): number
  /** A slip of at most `by` either way. */
  slip(by: number): number
}

/** One hand per seed text (FNV-1a into mulberry32): the same seed always carves the same block. */
export function seedHand(seed: string): Hand {
  let state = 0x811c9dc5
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  return {
    between: (low, high) => low + next() * (high - low),
    slip: (by) => (next() * 2 - 1) * by,
  }
}

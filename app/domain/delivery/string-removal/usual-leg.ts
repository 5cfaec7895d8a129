/** Stops 1 to `size - 1` linked into runs: after each (0 is the depot) and for how much, and its run (negative when absent). */
type Links = { size: number; runOf: Int32Array; next: Int32Array; nextCost: Int32Array }

/** Of the legs between stops, this part costs the usual leg or less. */
const USUAL = 0.75
/** The runs change slowly: it is reckoned once in so many tries. */
const TRIES = 1000

/**
 * What the usual leg between two stops costs. Where detours obey the triangle inequality, a stop put into a leg costs at least
 * twice the way to the leg's nearer end less the leg, so that no end as far as half of (usual leg + best place so far) is worth
 * looking at: exact for usual legs, a guess for the rest.
 *
 * @returns what tells it, asked once a try
 */
export function usualLegOf({ size, runOf, next, nextCost }: Links): () => number {
  const legs = new Int32Array(size)
  let asked = 0
  let usual = 0

  return () => {
    if (asked++ % TRIES !== 0) return usual
    let count = 0
    for (let stop = 1; stop < size; stop++) if (runOf[stop]! >= 0 && next[stop] !== 0) legs[count++] = nextCost[stop]!
    usual = legs.subarray(0, count).sort()[Math.floor(count * USUAL)] ?? 0
    return usual
  }
}

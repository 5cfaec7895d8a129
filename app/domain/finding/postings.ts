/** Which products carry a term and how much that counts, one number each. */
export type Postings = Int32Array

const weightBits = 4
const weightMask = (1 << weightBits) - 1

/** @param weight 1–15 */
export const postingOf = (number: number, weight: number): number => (number << weightBits) | weight

/**
 * The products that carry every term, and each product's weights together.
 * @param lists one for each term
 * @param size more than the highest number of a product
 */
export function matchTerms(lists: readonly Postings[], size: number): { numbers: number[]; scores: Uint16Array } {
  const carried = new Uint8Array(size)
  const scores = new Uint16Array(size)
  const numbers: number[] = []
  const fewestFirst = [...lists].sort((a, b) => a.length - b.length)
  fewestFirst.forEach((list, term) => {
    for (const posting of list) {
      const number = posting >>> weightBits
      if (carried[number] !== term) continue
      carried[number] = term + 1
      scores[number]! += posting & weightMask
      if (term === lists.length - 1) numbers.push(number)
    }
  })
  return { numbers, scores }
}

/** The list as it is once these products carry the term as `now` says and no other way. */
export function mendPostings(list: Postings, changed: ReadonlySet<number>, now: readonly number[]): Postings {
  const kept = list.filter((posting) => !changed.has(posting >>> weightBits))
  return kept.length === list.length && now.length === 0 ? list : Int32Array.from([...kept, ...now])
}

import { mendPostings, type Postings, postingOf } from '#app/domain/finding/postings.ts'
import { groupBy } from '#app/domain/group-by.ts'
import type { Reader } from '#db/connection.ts'
import { findPostings, findTermsOf } from '#db/queries/finding/shelf-facts.server.ts'

const mostKept = 1000
const keptForMs = 600_000

type Kept = { list: Promise<Postings>; until: number }

/**
 * The products of the terms that were asked for lately. A list is read when its term is first asked for; a changed product's
 * terms are mended in the lists that are kept. The least lately asked for go first.
 */
export function keepPostings(reader: Reader, numberOf: (productId: string) => number | undefined, clock: () => number) {
  const kept = new Map<string, Kept>()

  const read = async (term: string): Promise<Postings> => {
    const rows = await findPostings(reader, term)
    const list = new Int32Array(rows.length)
    let length = 0
    for (const { productId, weight } of rows) {
      const number = numberOf(productId)
      if (number !== undefined) list[length++] = postingOf(number, weight)
    }
    return list.subarray(0, length)
  }

  return {
    of(term: string): Promise<Postings> {
      const known = kept.get(term)
      kept.delete(term)
      const still = known && known.until > clock() ? known : { list: read(term), until: clock() + keptForMs }
      kept.set(term, still)
      still.list.catch(() => kept.delete(term))
      if (kept.size > mostKept) kept.delete(kept.keys().next().value!)
      return still.list
    },

    /** What these products carry has changed. A list still on its way is mended when it arrives. */
    async mend(productIds: readonly string[]): Promise<void> {
      if (kept.size === 0) return
      const rows = await findTermsOf(reader, productIds)
      const termRows = groupBy(rows, ({ term }) => term)
      const changed = new Set(productIds.flatMap((id) => numberOf(id) ?? []))
      for (const [term, { list, until }] of [...kept]) {
        const now = (termRows.get(term) ?? []).flatMap(({ productId, weight }) => {
          const number = numberOf(productId)
          return number === undefined ? [] : postingOf(number, weight)
        })
        kept.set(term, { list: list.then((was) => mendPostings(was, changed, now)), until })
      }
    },
  }
}

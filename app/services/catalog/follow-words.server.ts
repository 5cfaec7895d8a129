import { createHash } from 'node:crypto'
import { indexWords } from '#app/domain/catalog/index-words.ts'
import type { Database, Tx } from '#db/client.server.ts'
import { findProductIdsAfter, touchProducts } from '#db/queries/catalog/product-terms.server.ts'
import { findFact, recordFact } from '#db/queries/facts.server.ts'
import { findTermsOf } from '#db/queries/finding/shelf-facts.server.ts'
import { indexedTermsOf, indexProducts } from './index-product.server.ts'
import { pinyinOf } from './pinyin-of.server.ts'

/** The fact that says by which words the index was made. */
const wordsFact = 'search_words'
const productsAtOnce = 200

export const fingerprintOf = (words: string) => createHash('sha256').update(words).digest('base64url')

/**
 * Makes the index follow the words it is made from: where they differ from those it was made by, every product is looked at again and
 * the ones that are found by other terms now are indexed anew, a piece at a time. Interrupted, it starts again; several processes may
 * do it beside one another. A shelf in memory sees them as changed.
 * @returns how many products are found by other terms now
 */
export async function followWords({ reader, transact }: Database, { now, words = indexWords(pinyinOf) }: { now: Date; words?: string }) {
  const fingerprint = fingerprintOf(words)
  let changed = 0
  let after = ''
  while ((await findFact(reader, wordsFact)) !== fingerprint) {
    const ids = await findProductIdsAfter(reader, { after, limit: productsAtOnce })
    const last = ids.at(-1)
    if (last === undefined) {
      await transact((tx) => recordFact(tx, wordsFact, fingerprint))
      break
    }
    changed += await transact((tx) => indexStale(tx, ids, now))
    after = last
  }
  return changed
}

async function indexStale(tx: Tx, ids: readonly string[], now: Date): Promise<number> {
  const [wanted, had] = [await indexedTermsOf(tx, ids), await findTermsOf(tx, ids)]
  const [wantedOf, hadOf] = [asLists(wanted), asLists(had)]
  const stale = ids.filter((id) => wantedOf.get(id) !== hadOf.get(id))
  if (stale.length === 0) return 0
  await touchProducts(tx, stale, now)
  await indexProducts(tx, stale)
  return stale.length
}

/** The terms of each product as one text, in one order. */
function asLists(rows: readonly { productId: string; term: string; weight: number }[]): Map<string, string> {
  const lists = new Map<string, string[]>()
  for (const { productId, term, weight } of rows) {
    const list = lists.get(productId) ?? []
    list.push(`${term} ${weight}`)
    lists.set(productId, list)
  }
  return new Map([...lists].map(([id, list]) => [id, list.sort().join('\n')]))
}

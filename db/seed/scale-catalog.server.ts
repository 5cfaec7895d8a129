import { and, asc, eq, getTableColumns, gt, inArray, notLike, type SQL } from 'drizzle-orm'
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core'
import { invariant } from '#app/domain/invariant.ts'
import { chunksOf } from '#db/chunks-of.ts'
import type { Database, Tx } from '#db/connection.ts'
import { sql } from '#db/dialect/index.ts'
import { distributions, lots, priceTiers, products, productTerms, variants } from '#db/schema/index.ts'

/** What bears this is a copy; no demo product does. Plain enough for every form that reads an id. */
const copyMark = '-copy-'
/** Rounds copied by one statement. */
const roundsAtOnce = 100

/**
 * Fills the catalog up to `wanted` products for benches: round after round, every demo product is copied with its sizes, step
 * prices, places in shops, plenty of stock and its search terms, all inside the database. Always the same copies; one that
 * is interrupted goes on where it stopped.
 * @returns how many products there are now
 */
export async function scaleCatalog(db: Database, { products: wanted }: { products: number }): Promise<number> {
  const originals = await db.reader
    .select({ id: products.id })
    .from(products)
    .where(notLike(products.id, `%${copyMark}%`))
    .orderBy(asc(products.id))
  invariant(originals.length > 0, 'there is nothing to copy: seed the demo first')
  const ids = originals.map(({ id }) => id)
  const known = await db.reader.$count(products)
  for (const { from, until, rounds } of roundsBetween(known, wanted, ids.length)) {
    for (const some of chunksOf(rounds, roundsAtOnce)) await db.transact((tx) => copyProducts(tx, ids.slice(from, until), some))
  }
  return Math.max(known, wanted)
}

/** The rounds that lead from `known` to `wanted` products: the rest of a begun one, whole ones together, the beginning of a last one. */
function roundsBetween(known: number, wanted: number, size: number) {
  const parts: { from: number; until: number; rounds: number[] }[] = []
  for (let count = known; count < wanted; ) {
    const round = Math.floor(count / size)
    const from = count % size
    const until = Math.min(size, from + wanted - count)
    const last = parts.at(-1)
    if (last && last.from === from && last.until === until) last.rounds.push(round)
    else parts.push({ from, until, rounds: [round] })
    count += until - from
  }
  return parts
}

async function copyProducts(tx: Tx, ids: string[], rounds: number[]): Promise<void> {
  const marks = sql.join(
    rounds.map((round) => sql`select ${sql.raw(`'${copyMark}${round}'`)} as mark`),
    sql` union all `,
  )
  const copies = sql`(${marks}) copies`
  const marked = (column: SQLiteColumn): SQL<string> => sql`${column} || copies.mark`
  const ofProducts = inArray(variants.productId, ids)

  const name = {
    slug: marked(products.slug),
    code: marked(products.code),
    nameZh: marked(products.nameZh),
    nameEn: marked(products.nameEn),
  }
  const product = { ...getTableColumns(products), id: marked(products.id), ...name }
  await tx.insert(products).select(tx.select(product).from(products).crossJoin(copies).where(inArray(products.id, ids)).getSQL())

  const size = { ...getTableColumns(variants), id: marked(variants.id), productId: marked(variants.productId), code: marked(variants.code) }
  await tx.insert(variants).select(tx.select(size).from(variants).crossJoin(copies).where(ofProducts).getSQL())

  const tier = { ...getTableColumns(priceTiers), variantId: marked(priceTiers.variantId) }
  const tierSizes = tx.select(tier).from(priceTiers).innerJoin(variants, eq(variants.id, priceTiers.variantId))
  await tx.insert(priceTiers).select(tierSizes.crossJoin(copies).where(ofProducts).getSQL())

  const plenty = { available: sql`5000`, held: sql`0`, sold: sql`0` }
  const lot = { ...getTableColumns(lots), id: marked(lots.id), variantId: marked(lots.variantId), ...plenty }
  const lotSizes = tx.select(lot).from(lots).innerJoin(variants, eq(variants.id, lots.variantId))
  const inStock = and(ofProducts, gt(lots.available, 0))
  await tx.insert(lots).select(lotSizes.crossJoin(copies).where(inStock).getSQL())

  const place = { farmId: distributions.farmId, productId: marked(distributions.productId) }
  const places = tx.select(place).from(distributions).crossJoin(copies)
  await tx.insert(distributions).select(places.where(inArray(distributions.productId, ids)).getSQL())

  const term = { term: productTerms.term, productId: marked(productTerms.productId), weight: productTerms.weight }
  const terms = tx.select(term).from(productTerms).crossJoin(copies).where(inArray(productTerms.productId, ids))
  // In the order of the primary key: millions of rows are appended to its tree instead of scattered over it.
  await tx.insert(productTerms).select(terms.orderBy(productTerms.term, marked(productTerms.productId)).getSQL())
}

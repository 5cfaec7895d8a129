import { type ShelfRow, shelfRowOf } from '#app/domain/finding/shelf-row.ts'
import type { FoundFact } from '#db/queries/finding/shelf-facts.server.ts'

/** What a process keeps of one product besides numbers: its names, which a misspelt search may mean, and what it is of. */
export type Kept = { id: string; slug: string; nameZh: string; nameEn: string; crop: string | null; listedAt: number; changedAt: number }

const ofAlliance = ''

/**
 * Every product this process has heard of, by a number that stays its own. `rows` has null for what is not on the shelf.
 * A farm's code is where it stands in `farmIds`; '' is the alliance.
 */
export class ShelfTable {
  readonly rows: (ShelfRow | null)[] = []
  readonly farmOf: number[] = []
  readonly farmIds: string[] = []
  readonly kept: Kept[] = []
  /** numbers of what is on the shelf, the newest first, and where each stands there */
  newest: number[] = []
  places: number[] = []
  /** of each crop the newest that is in stock */
  readonly ofCrop = new Map<string, Kept>()
  readonly #numbers = new Map<string, number>()
  readonly #farmCodes = new Map<string, number>()

  numberOf(id: string): number | undefined {
    return this.#numbers.get(id)
  }

  codeOf(farmId: string | null): number {
    const id = farmId ?? ofAlliance
    const known = this.#farmCodes.get(id)
    if (known !== undefined) return known
    this.#farmCodes.set(id, this.farmIds.length)
    return this.farmIds.push(id) - 1
  }

  /** @returns whether something came onto the shelf, which has no place in any order before `sort` */
  put(facts: readonly FoundFact[]): boolean {
    let isNew = false
    for (const fact of facts) {
      const number = this.#numbers.get(fact.id) ?? this.rows.length
      const wasThere = this.rows[number] != null
      this.#numbers.set(fact.id, number)
      const { seasonFrom, seasonTo } = fact
      const season = seasonFrom === null || seasonTo === null ? null : { from: seasonFrom, to: seasonTo }
      this.rows[number] = fact.status === 'listed' ? shelfRowOf({ ...fact, season }) : null
      this.farmOf[number] = this.codeOf(fact.farmId)
      this.kept[number] = {
        id: fact.id,
        slug: fact.slug,
        nameZh: fact.nameZh,
        nameEn: fact.nameEn,
        crop: fact.kind === 'single' ? fact.crop : null,
        listedAt: fact.listedAt.getTime(),
        changedAt: fact.changedAt.getTime(),
      }
      if (!wasThere && this.rows[number]) isNew = true
    }
    return isNew
  }

  /** To be called after `put`. What stood in order before is sorted again in one pass. */
  sort(): void {
    const isKnown = new Uint8Array(this.rows.length)
    for (const number of this.newest) isKnown[number] = 1
    const fresh = [...this.rows.keys()].filter((number) => isKnown[number] === 0)
    this.newest = [...this.newest, ...fresh].filter((number) => this.rows[number] !== null)
    this.newest.sort((a, b) => this.kept[b]!.listedAt - this.kept[a]!.listedAt || (this.kept[a]!.id < this.kept[b]!.id ? 1 : -1))
    this.places = new Array<number>(this.rows.length).fill(0)
    this.ofCrop.clear()
    this.newest.forEach((number, place) => {
      this.places[number] = place
      const { crop } = this.kept[number]!
      if (crop !== null && this.rows[number]!.stock > 0 && !this.ofCrop.has(crop)) this.ofCrop.set(crop, this.kept[number]!)
    })
  }
}

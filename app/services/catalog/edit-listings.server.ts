import { businessDay } from '#app/domain/business-day.ts'
import { type ListingChange, undoing } from '#app/domain/catalog/listing-change.ts'
import { accept, type Result, refuse } from '#app/domain/result.ts'
import { keepBundlesComposed } from '#app/services/bundles/keep-bundles-composed.server.ts'
import type { Database, Tx } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { insertAuditEntry } from '#db/queries/audit.server.ts'
import { findListingSave, markChanged } from '#db/queries/farm/listing-writes.server.ts'
import { type PriceRefusal, setPrice } from './set-price.server.ts'
import { type StockRefusal, setStock } from './set-stock.server.ts'
import { moveOnShelf, type ShelfRefusal } from './take-off-shelf.server.ts'

export type CellRefusal = PriceRefusal | StockRefusal | ShelfRefusal
export type RefusedChange = { change: ListingChange; refusal: CellRefusal }

type Edit = {
  farmId: string
  userId: string
  /** the form's own, made when it was shown */
  saveKey: string
  changes: readonly ListingChange[]
  now: Date
}

/** `key` is where the save can be found again, to be shown and undone. */
export type Edited = { key: string; saved: ListingChange[]; refused: RefusedChange[] }

/**
 * Saves changed cells of a farm's listings. Each stands alone: one that somebody else changed meanwhile, or that is not
 * theirs, is named in `refused` and the others are saved all the same. What was saved is kept in the audit log, from which
 * it can be undone. The same form sent twice is one save; the same form with other changes is another.
 */
export const editListings = ({ transact }: Pick<Database, 'transact'>, edit: Edit): Promise<Edited> =>
  transact((tx) => applyChanges(tx, edit))

/** Takes a save back, cell by cell; what has changed again since stays and is named. `saveKey` is the undoing's own. */
export function undoListingSave(
  { transact }: Pick<Database, 'transact'>,
  { savedKey, ...edit }: Omit<Edit, 'changes'> & { savedKey: string },
): Promise<Result<Edited, { code: 'not_found' }>> {
  return transact(async (tx) => {
    const saved = await findListingSave(tx, { farmId: edit.farmId, saveKey: savedKey })
    return saved === null ? refuse({ code: 'not_found' }) : accept(await applyChanges(tx, { ...edit, changes: undoing(saved) }))
  })
}

async function applyChanges(tx: Tx, { farmId, userId, saveKey, changes, now }: Edit): Promise<Edited> {
  const before = await findListingSave(tx, { farmId, saveKey })
  const edited: Edited = { key: before === null ? saveKey : newId('sav'), saved: [], refused: [] }
  const changedProducts = new Set<string>()
  for (const change of changes) {
    const result = await applyChange(tx, { farmId, now }, change)
    if (!result.ok) edited.refused.push({ change, refusal: result.refusal })
    else if (result.value.changedProductId !== null) {
      edited.saved.push(change)
      changedProducts.add(result.value.changedProductId)
    }
  }
  if (edited.saved.length === 0) return { ...edited, key: saveKey, saved: before ?? [] }
  await markChanged(tx, [...changedProducts], now)
  const partIds = edited.saved.filter(({ kind }) => kind === 'price').map(({ id }) => id)
  await keepBundlesComposed(tx, { partIds, now })
  const detail = { changes: edited.saved }
  await insertAuditEntry(tx, { actorId: userId, actsFor: farmId, action: 'listings_edited', subject: edited.key, detail, at: now })
  return edited
}

function applyChange(
  tx: Tx,
  { farmId, now }: { farmId: string; now: Date },
  change: ListingChange,
): Promise<Result<{ changedProductId: string | null }, CellRefusal>> {
  switch (change.kind) {
    case 'price':
      return setPrice(tx, { farmId, variantId: change.id, from: change.from, to: change.to })
    case 'stock':
      return setStock(tx, { farmId, lotId: change.id, from: change.from, to: change.to })
    case 'shelf':
      return moveOnShelf(tx, { farmId, productId: change.id, from: change.from, to: change.to, today: businessDay(now) })
  }
}

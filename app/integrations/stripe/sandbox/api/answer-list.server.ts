import {
  type Filter,
  findObject,
  listObjects,
  type ObjectType,
  type StoredObjects,
} from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import type { Store } from '#app/integrations/stripe/sandbox/store/open-store.server.ts'
import type { Params } from './read-params.server.ts'
import { invalid, missing } from './refuse-request.server.ts'

export type List<Item> = { object: 'list'; url: string; has_more: boolean; data: Item[] }
export type Cursor = { limit: number; startingAfter?: string; endingBefore?: string }

/** `limit` (1–100, 10 by default) and one of the two cursors. */
export function readCursor(params: Params): Cursor {
  const limit = params.integer('limit', { min: 1, max: 100 }) ?? 10
  const startingAfter = params.text('starting_after')
  const endingBefore = params.text('ending_before')
  if (startingAfter !== undefined && endingBefore !== undefined) {
    throw invalid('You may only specify one of these parameters: starting_after, ending_before.', { code: 'parameters_exclusive' })
  }
  return { limit, ...(startingAfter !== undefined && { startingAfter }), ...(endingBefore !== undefined && { endingBefore }) }
}

type Wanted = { by: Filter['by']; value: string | number | undefined }
const isGiven = (wanted: Wanted): wanted is Filter => wanted.value !== undefined

/** `created` as a moment, or as a range by `gt`, `gte`, `lt`, `lte`; seconds since 1970. */
export function readCreated(params: Params): Filter[] {
  if (!params.has('created')) return []
  const created = params.integerOrGroup('created')
  const bounds: Wanted[] =
    typeof created === 'number'
      ? [
          { by: 'createdFrom', value: created },
          { by: 'createdTo', value: created },
        ]
      : [
          { by: 'createdFrom', value: created.integer('gte') },
          { by: 'createdAfter', value: created.integer('gt') },
          { by: 'createdTo', value: created.integer('lte') },
          { by: 'createdBefore', value: created.integer('lt') },
        ]
  return bounds.filter(isGiven)
}

type NamedFilter = 'payment_intent' | 'charge' | 'source' | 'transfer_group' | 'status' | 'currency' | 'destination'

/** The filters named after the object's own members, where the request gives them. */
export const readFilters = (params: Params, names: readonly NamedFilter[]): Filter[] =>
  names.map((by): Wanted => ({ by, value: params.text(by) })).filter(isGiven)

/** The object's own `type`, or any of several `types`. */
export function readKinds(params: Params): Filter[] {
  const kinds = [params.text('type'), ...params.texts('types')].filter((kind) => kind !== undefined)
  return kinds.length === 0 ? [] : [{ by: 'kinds', value: JSON.stringify(kinds) }]
}

/** One page of a type, newest first. */
export function answerList<Type extends ObjectType>(
  store: Store,
  type: Type,
  url: string,
  filters: Filter[],
  cursor: Cursor,
): List<StoredObjects[Type]> {
  for (const [param, id] of [
    ['starting_after', cursor.startingAfter],
    ['ending_before', cursor.endingBefore],
  ] as const) {
    if (id !== undefined && !findObject(store, type, id)) throw missing(type, id, param)
  }
  const { data, hasMore } = listObjects(store, type, filters, cursor)
  return { object: 'list', url, has_more: hasMore, data }
}

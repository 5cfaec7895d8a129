import { buildLineItem } from '#app/integrations/stripe/sandbox/objects/build-line-item.server.ts'
import { findObjectOfAnyType, listObjects } from '#app/integrations/stripe/sandbox/store/keep-objects.server.ts'
import { findSessionLines } from '#app/integrations/stripe/sandbox/store/keep-session-details.server.ts'
import type { Store } from '#app/integrations/stripe/sandbox/store/open-store.server.ts'
import { presentObject } from './present-object.server.ts'
import { invalid } from './refuse-request.server.ts'

type Expander = { store: Store; atS: number }
type Members = Record<string, unknown>

const DEEPEST = 4
const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Puts whole objects in the place of ids along each path (`payment_intent.latest_charge`, `data.charge`), in a copy of `answer`.
 * @throws {ApiError} when a path leads to something that is no reference
 */
export function expandAnswer(expander: Expander, answer: object, paths: readonly string[]): object {
  return paths.reduce<object>((expanded, path) => {
    const steps = path.split('.')
    if (steps.length > DEEPEST) throw invalid(`You cannot expand more than ${DEEPEST} levels of a property (${path}).`, { param: 'expand' })
    return isObject(expanded) ? expandMember(expander, expanded, steps, path) : expanded
  }, answer)
}

function expandMember(expander: Expander, parent: Members, [step = '', ...rest]: string[], path: string): Members {
  const value = parent[step] ?? findOmittedList(expander, parent, step)
  return { ...parent, [step]: expandValue(expander, value, rest, path) }
}

function expandValue(expander: Expander, value: unknown, rest: string[], path: string): unknown {
  if (value === null) return null
  if (Array.isArray(value)) return value.map((item) => expandValue(expander, item, rest, path))
  const found = typeof value === 'string' ? findObjectOfAnyType(expander.store, value) : undefined
  const target: unknown = found ? presentObject(expander.store, found, expander.atS) : value
  if (!isObject(target)) throw invalid(`This property cannot be expanded (${path}).`, { param: 'expand' })
  return rest.length === 0 ? target : expandMember(expander, target, rest, path)
}

/** Lists that are left out of an object unless asked for: the lines of a session, the refunds of a charge. */
function findOmittedList({ store }: Expander, { object, id }: Members, step: string): unknown {
  if (typeof id !== 'string') return undefined
  if (object === 'checkout.session' && step === 'line_items') {
    const lines = findSessionLines(store, id) ?? []
    return {
      object: 'list',
      data: lines.slice(0, 10).map(buildLineItem),
      has_more: lines.length > 10,
      url: `/v1/checkout/sessions/${id}/line_items`,
    }
  }
  if (object === 'charge' && step === 'refunds') {
    const { data, hasMore } = listObjects(store, 'refund', [{ by: 'charge', value: id }], { limit: 10 })
    return { object: 'list', data, has_more: hasMore, url: `/v1/charges/${id}/refunds` }
  }
  return undefined
}

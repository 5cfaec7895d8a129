import type { FormTree } from './parse-form.server.ts'
import { invalid } from './refuse-request.server.ts'

/** The parameters of one request, read by name. Every reader throws an `ApiError` that names the parameter it could not take. */
export type Params = {
  /** How the request calls this one: `line_items[0][price_data]`. */
  pathOf(name: string): string
  has(name: string): boolean
  /** Empty counts as absent. */
  text(name: string): string | undefined
  requireText(name: string): string
  integer(name: string, bounds?: { min?: number; max?: number }): number | undefined
  requireInteger(name: string, bounds?: { min?: number; max?: number }): number
  oneOf<const Option extends string>(name: string, options: readonly Option[]): Option | undefined
  /** A whole number, or the group of bounds that stands in its place. */
  integerOrGroup(name: string): number | Params
  texts(name: string): string[]
  group(name: string): Params
  groups(name: string): Params[]
  metadata(name: string): Record<string, string>
  /** Refuses what nobody has read, so that a parameter we do not know is never silently ignored. */
  refuseUnread(): void
}

export function readParams(tree: FormTree, prefix = ''): Params {
  const read = new Set<string>()
  const children = new Map<string, Params>()
  const pathOf = (name: string) => (prefix === '' ? name : `${prefix}[${name}]`)

  function text(name: string): string | undefined {
    read.add(name)
    const value = tree.get(name)
    if (value instanceof Map) throw invalid('Invalid string: {...}', { param: pathOf(name) })
    return value === '' ? undefined : value
  }
  function integer(name: string, { min = Number.MIN_SAFE_INTEGER, max = Number.MAX_SAFE_INTEGER } = {}): number | undefined {
    const value = text(name)
    if (value === undefined) return undefined
    const number = Number(value)
    const refuse = (message: string) => invalid(message, { code: 'parameter_invalid_integer', param: pathOf(name) })
    if (!/^-?\d+$/.test(value) || !Number.isSafeInteger(number)) throw refuse(`Invalid integer: ${value}`)
    if (number < min) throw refuse(`This value must be greater than or equal to ${min}.`)
    if (number > max) throw refuse(`This value must be less than or equal to ${max}.`)
    return number
  }
  function branch(name: string): FormTree {
    read.add(name)
    const value = tree.get(name)
    if (value !== undefined && value !== '' && !(value instanceof Map)) throw invalid('Invalid object', { param: pathOf(name) })
    return value instanceof Map ? value : new Map()
  }
  function group(name: string): Params {
    const child = children.get(name) ?? readParams(branch(name), pathOf(name))
    children.set(name, child)
    return child
  }
  function require<Value>(name: string, value: Value | undefined): Value {
    if (value !== undefined) return value
    const empty = tree.get(name) === ''
    const message = empty ? `You passed an empty string for '${pathOf(name)}'.` : `Missing required param: ${pathOf(name)}.`
    throw invalid(message, { code: empty ? 'parameter_invalid_empty' : 'parameter_missing', param: pathOf(name) })
  }

  return {
    pathOf,
    has: (name) => tree.has(name),
    text,
    requireText: (name) => require(name, text(name)),
    integer,
    requireInteger: (name, bounds) => require(name, integer(name, bounds)),
    oneOf(name, options) {
      const value = text(name)
      const option = options.find((each) => each === value)
      if (value !== undefined && option === undefined)
        throw invalid(`Invalid ${pathOf(name)}: must be one of ${options.join(', ')}`, { param: pathOf(name) })
      return option
    },
    integerOrGroup: (name) => (tree.get(name) instanceof Map ? group(name) : require(name, integer(name))),
    texts: (name) => [...branch(name).values()].filter((value) => typeof value === 'string'),
    group,
    groups(name) {
      const list = group(name)
      return [...branch(name).keys()].map((index) => list.group(index))
    },
    metadata(name) {
      const given = Object.fromEntries(
        [...branch(name)].filter((pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== ''),
      )
      for (const [key, value] of Object.entries(given)) checkMetadata(key, value, pathOf(name))
      if (Object.keys(given).length > 50) throw invalid('Metadata can have at most 50 keys.', { param: pathOf(name) })
      return given
    },
    refuseUnread() {
      for (const name of tree.keys()) {
        if (!read.has(name))
          throw invalid(`Received unknown parameter: ${pathOf(name)}`, { code: 'parameter_unknown', param: pathOf(name) })
      }
      for (const child of children.values()) child.refuseUnread()
    },
  }
}

function checkMetadata(key: string, value: string, param: string): void {
  if (key.length > 40) throw invalid(`Metadata keys can be up to 40 characters long: ${key}`, { param })
  if (value.length > 500)
    throw invalid(`Metadata values can have up to 500 characters, but you passed in a value that is ${value.length} characters.`, {
      param: `${param}[${key}]`,
    })
}

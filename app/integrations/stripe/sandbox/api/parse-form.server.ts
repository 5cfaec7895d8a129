import { invalid } from './refuse-request.server.ts'

/** A form as Stripe nests it: `a[b][c]=x` is a tree, `a[]=x` and `a[0]=x` are branches named by number. */
export type FormTree = Map<string, string | FormTree>

const NAME = /^([^[\]]+)((?:\[[^[\]]*\])*)$/
const MOST_PAIRS = 2_000
const DEEPEST = 6

/**
 * Reads an urlencoded body or query string. Of two values with one name the last counts.
 * @throws {ApiError} when there is more of it than any request needs
 */
export function parseForm(text: string): FormTree {
  const root: FormTree = new Map()
  let pairs = 0
  for (const [name, value] of new URLSearchParams(text)) {
    if (++pairs > MOST_PAIRS) throw invalid(`Too many parameters: at most ${MOST_PAIRS} are read`)
    plant(root, splitName(name), value)
  }
  return root
}

/** `a[b][]` is `['a', 'b', '']`; what does not nest properly is a name like any other. */
function splitName(name: string): string[] {
  const [, stem, brackets] = NAME.exec(name) ?? []
  if (stem === undefined || !brackets) return [name]
  const path = [stem, ...brackets.slice(1, -1).split('][')]
  if (path.length > DEEPEST) throw invalid(`Parameters nest too deeply: ${name}`, { param: stem })
  return path
}

function plant(tree: FormTree, [head = '', ...rest]: string[], value: string): void {
  const name = head === '' ? String(tree.size) : head
  if (rest.length === 0) {
    tree.set(name, value)
    return
  }
  const known = tree.get(name)
  const branch: FormTree = known instanceof Map ? known : new Map()
  if (branch !== known) tree.set(name, branch)
  plant(branch, rest, value)
}

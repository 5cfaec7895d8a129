/** One entry of a plan's history: `goesBackTo` is the version an undo went back to, null for everything else. */
export type HistoryEntry = { readonly version: number; readonly action: string; readonly goesBackTo: number | null }

/**
 * The version an undo goes back to: the one before the last change that has not been undone yet. Undoing is not forgetting, it
 * adds a version of its own. Publishing changes nothing about who brings what and is passed over; nobody goes back behind a split.
 *
 * @param history by version, oldest first
 * @returns null when nothing is left to undo
 */
export function undoTarget(history: readonly HistoryEntry[]): number | null {
  const changes = history.filter(({ action }) => action !== 'publish')
  const last = changes.at(-1)
  if (!last) return null
  const standing = last.goesBackTo ?? last.version
  if (changes.find(({ version }) => version === standing)?.action === 'split') return null
  const before = changes.findLast(({ version }) => version < standing)
  return before ? (before.goesBackTo ?? before.version) : null
}

/** A run's stops with one of them a place earlier or later; at the end of the run nothing changes. */
export function movedStep(dropIds: readonly string[], dropId: string, step: 1 | -1): string[] {
  const from = dropIds.indexOf(dropId)
  const to = from + step
  if (from === -1 || to < 0 || to >= dropIds.length) return [...dropIds]
  return dropIds.toSpliced(from, 1).toSpliced(to, 0, dropId)
}

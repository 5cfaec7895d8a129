/** PostgreSQL's class 53, insufficient resources: 53100 is a full disk. */
const isInsufficient = (code: string) => /^53\w{3}$/.test(code)

/** Whether a write failed for want of space: the database takes none until there is more, and goes on being read. */
export function isStorageFull(error: unknown): boolean {
  for (let cause = error; typeof cause === 'object' && cause !== null; cause = (cause as { cause?: unknown }).cause) {
    const { code } = cause as { code?: unknown }
    if (typeof code === 'string' && (code === 'SQLITE_FULL' || code === 'ENOSPC' || isInsufficient(code))) return true
  }
  return false
}

type Kept<Value> = { value: Promise<Value>; until: number }

/**
 * Remembers what a reader was told for `lifeMs` and no longer, for at most `entries` different questions (the oldest go first).
 * Each process keeps its own and nothing is ever invalidated: whoever reads through it accepts answers `lifeMs` old, in any
 * number of processes. For shelves and names; never for what a checkout decides by. A failed answer is not kept.
 */
export function shortMemory<Value>({ lifeMs, entries }: { lifeMs: number; entries: number }) {
  const kept = new Map<string, Kept<Value>>()
  return (question: string, ask: () => PromiseLike<Value>): Promise<Value> => {
    const known = kept.get(question)
    if (known && known.until > performance.now()) return known.value
    const value = once(ask)
    kept.delete(question)
    kept.set(question, { value, until: performance.now() + lifeMs })
    value.catch(() => kept.delete(question))
    if (kept.size > entries) kept.delete(kept.keys().next().value!)
    return value
  }
}

/** A query is asked again by everyone who waits for it; what it answered is not. */
const once = async <Value>(ask: () => PromiseLike<Value>): Promise<Value> => await ask()

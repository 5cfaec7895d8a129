/** Parts of at most `size`, in order: one statement each, below every dialect's limit of parameters. */
export function chunksOf<Row>(rows: readonly Row[], size: number): Row[][] {
  const chunks: Row[][] = []
  for (let from = 0; from < rows.length; from += size) chunks.push(rows.slice(from, from + size))
  return chunks
}

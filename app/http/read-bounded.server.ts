/** How much of what is refused is still taken off the line, so that the browser gets to hear why. */
const drainedBytes = 64 * 1024 * 1024

/** A request's body, whatever length it states or leaves out. @returns null when there is more than `maxBytes`: none of it is kept */
export async function readBounded(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Blob | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let read = 0
  const reader = body?.getReader()
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    read += next.value.byteLength
    if (read <= maxBytes) chunks.push(new Uint8Array(next.value))
    else chunks.length = 0
    if (read > drainedBytes) {
      await reader?.cancel()
      break
    }
  }
  return read > maxBytes ? null : new Blob(chunks)
}

/** A body as JSON; undefined when it is none, or more than `maxBytes`: no schema takes that for an answer. */
export async function readJson(request: Request, { maxBytes }: { maxBytes: number }): Promise<unknown> {
  const body = await readBounded(request.body, maxBytes)
  try {
    return body === null ? undefined : JSON.parse(await body.text())
  } catch {
    return undefined
  }
}

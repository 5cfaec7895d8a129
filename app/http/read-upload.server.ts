import { accept, type Result, refuse } from '#app/domain/result.ts'

/** What a form around the file may add: names, keys, the multipart frame. */
const formBytes = 64 * 1024
/** How much of what is refused is still taken off the line, so that the browser gets to hear why. */
const drainedBytes = 64 * 1024 * 1024

export type UploadRefusal = { code: 'too_large' } | { code: 'file_missing' }

/** Reads one uploaded file of a form into memory, at most `maxBytes` of it, whatever length the request states or leaves out. */
export async function readUpload(
  request: Request,
  { field, maxBytes }: { field: string; maxBytes: number },
): Promise<Result<{ filename: string; bytes: Uint8Array }, UploadRefusal>> {
  const contentType = request.headers.get('content-type') ?? ''
  const body = await readBounded(request.body, maxBytes + formBytes)
  if (body === null) return refuse({ code: 'too_large' })
  if (!contentType.startsWith('multipart/form-data')) return refuse({ code: 'file_missing' })
  const form = await new Response(body, { headers: { 'Content-Type': contentType } }).formData().catch(() => null)
  const file = form?.get(field)
  if (!file || typeof file === 'string' || file.name === '') return refuse({ code: 'file_missing' })
  if (file.size > maxBytes) return refuse({ code: 'too_large' })
  return accept({ filename: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
}

/** @returns null when there is more than `maxBytes`: none of the rest is kept */
async function readBounded(body: ReadableStream<Uint8Array> | null, maxBytes: number): Promise<Blob | null> {
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

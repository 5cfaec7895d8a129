import { accept, type Result, refuse } from '#app/domain/result.ts'

/** What a form around the file may add: names, keys, the multipart frame. */
const formBytes = 64 * 1024
/** How much of what is refused is still taken off the line, so that the browser gets to hear why. */
const drainedBytes = 64 * 1024 * 1024

export type UploadRefusal = { code: 'too_large' } | { code: 'file_missing' }

export type UploadedFile = { filename: string; bytes: Uint8Array }

/** Reads one uploaded file of a form into memory, at most `maxBytes` of it, whatever length the request states or leaves out. */
export async function readUpload(
  request: Request,
  { field, maxBytes }: { field: string; maxBytes: number },
): Promise<Result<UploadedFile, UploadRefusal>> {
  const form = await readForm(request, { maxBytes })
  if (!form.ok) return form
  const file = await fileIn(form.value, field)
  if (!file) return refuse({ code: 'file_missing' })
  return file.bytes.byteLength > maxBytes ? refuse({ code: 'too_large' }) : accept(file)
}

/**
 * Reads a form that may carry files, at most `maxBytes` of files in all. One that is not a form, or a broken one, is an empty form:
 * its fields are missing, which the reader of the form says in its own words.
 */
export async function readForm(request: Request, { maxBytes }: { maxBytes: number }): Promise<Result<FormData, { code: 'too_large' }>> {
  const contentType = request.headers.get('content-type') ?? ''
  const body = await readBounded(request.body, maxBytes + formBytes)
  if (body === null) return refuse({ code: 'too_large' })
  const isForm = contentType.startsWith('multipart/form-data') || contentType.startsWith('application/x-www-form-urlencoded')
  if (!isForm) return accept(new FormData())
  return accept(await new Response(body, { headers: { 'Content-Type': contentType } }).formData().catch(() => new FormData()))
}

/** The file of a field; null where none was chosen. */
export async function fileIn(form: FormData, field: string): Promise<UploadedFile | null> {
  const file = form.get(field)
  if (!file || typeof file === 'string' || file.name === '') return null
  return { filename: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
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

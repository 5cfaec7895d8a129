import { accept, type Result, refuse } from '#app/domain/result.ts'
import { readBounded } from './read-bounded.server.ts'

/** What a form around the file may add: names, keys, the multipart frame. */
const formBytes = 64 * 1024
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

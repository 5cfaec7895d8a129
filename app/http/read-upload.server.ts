import {
  unstable_createMemoryUploadHandler as createMemoryUploadHandler,
  MaxPartSizeExceededError,
  unstable_parseMultipartFormData as parseMultipartFormData,
} from '@remix-run/node'
import { accept, type Result, refuse } from '#app/domain/result.ts'

/** What a form around the file may add: names, keys, the multipart frame. */
const formBytes = 64 * 1024

export type UploadRefusal = { code: 'too_large' } | { code: 'file_missing' }

/**
 * Reads one uploaded file of a form into memory, at most `maxBytes` of it: a larger one is refused by its stated length
 * before a byte is read, or else as soon as it has grown too large.
 */
export async function readUpload(
  request: Request,
  { field, maxBytes }: { field: string; maxBytes: number },
): Promise<Result<{ filename: string; bytes: Uint8Array }, UploadRefusal>> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes + formBytes) return refuse({ code: 'too_large' })
  if (!request.headers.get('content-type')?.startsWith('multipart/form-data')) return refuse({ code: 'file_missing' })
  try {
    const form = await parseMultipartFormData(request, createMemoryUploadHandler({ maxPartSize: maxBytes }))
    const file = form.get(field)
    if (!(file instanceof File) || file.name === '') return refuse({ code: 'file_missing' })
    return accept({ filename: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
  } catch (error) {
    if (error instanceof MaxPartSizeExceededError) return refuse({ code: 'too_large' })
    throw error
  }
}

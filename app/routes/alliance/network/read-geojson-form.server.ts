import { fileIn, readForm } from '#app/http/read-upload.server.ts'
import { typedIn } from '#app/schemas/listing.ts'

/** Of a file and of what is pasted. A larger file is still read up to the second bound, so that what was typed beside it is kept. */
const mostBytes = 1_000_000
const mostRead = 4 * mostBytes

export type GeoJsonFormProblem = 'file_too_large' | 'not_text'
type GeoJsonForm = { geojson: string; intent: string; hubId: string; problem: GeoJsonFormProblem | null }

/** The import's form: a chosen file's text, else what was pasted. With a problem `geojson` is what was pasted, as it was. */
export async function readGeoJsonForm(request: Request): Promise<GeoJsonForm> {
  const form = await readForm(request, { maxBytes: mostRead })
  if (!form.ok) return { geojson: '', intent: '', hubId: '', problem: 'file_too_large' }
  const file = await fileIn(form.value, 'file')
  const { geojson = '', intent = '', hubId = '' } = typedIn(form.value)
  const typed = { geojson, intent, hubId }
  if (!file) return { ...typed, problem: geojson.length > mostBytes ? 'file_too_large' : null }
  if (file.bytes.byteLength > mostBytes) return { ...typed, problem: 'file_too_large' }
  const text = textOf(file.bytes)
  return text === null ? { ...typed, problem: 'not_text' } : { ...typed, geojson: text, problem: null }
}

/** UTF-8 without control characters but white space; null for anything else. */
function textOf(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text
  } catch {
    return null
  }
}

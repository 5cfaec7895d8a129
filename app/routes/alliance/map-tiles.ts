import type { LoaderFunctionArgs } from '@remix-run/node'
import { answerTileRange, findTileFile } from '#app/http/map-tiles.server.ts'
import { found } from '#app/http/parse.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'

/** Parts of the office's own street map; not there without one. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  return answerTileRange(found(await findTileFile(process.env)), request.headers.get('range'))
}

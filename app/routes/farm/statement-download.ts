import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileResponse } from '#app/http/file-response.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { StatementDownloadSchema } from '#app/schemas/statement.ts'
import { exportStatement } from '#app/services/ledger/export-statement.server.ts'

/** A month of one of the farm's accounts as a file. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const asked = parseParams(Object.fromEntries(new URL(request.url).searchParams), StatementDownloadSchema)
  const file = await exportStatement(db().reader, { farmId, locale: localeOf(request), ...asked })
  return fileResponse({ ...file, type: asked.format })
}

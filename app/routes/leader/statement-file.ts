import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { localeOf } from '#app/http/locale.server.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { exportEarnings } from '#app/services/leader/export-earnings.server.ts'
import { memberOf } from './leader-of.server.ts'

const ParamsSchema = z.object({ file: z.enum(['earnings.csv', 'earnings.xlsx']) })
const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { leaderId } = await memberOf(request)
  const format = parseParams(params, ParamsSchema).file === 'earnings.csv' ? 'csv' : 'xlsx'
  const { filename, bytes } = await exportEarnings(db().reader, { leaderId, format, locale: localeOf(request), now: now() })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': types[format],
      'Content-Disposition': `attachment; filename="earnings.${format}"; filename*=UTF-8''${encodeURIComponent(filename)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}

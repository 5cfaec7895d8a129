import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { fileResponse } from '#app/http/file-response.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { exportEarnings } from '#app/services/leader/export-earnings.server.ts'
import { memberOf } from './leader-of.server.ts'

const ParamsSchema = z.object({ file: z.enum(['earnings.csv', 'earnings.xlsx']) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { leaderId } = await memberOf(request)
  const format = parseParams(params, ParamsSchema).file === 'earnings.csv' ? 'csv' : 'xlsx'
  const file = await exportEarnings(db().reader, { leaderId, format, locale: localeOf(request), now: now() })
  return fileResponse({ ...file, type: format })
}

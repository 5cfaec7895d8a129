import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { businessDay } from '#app/domain/business-day.ts'
import { fileResponse } from '#app/http/file-response.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { writeProductTemplate } from '#app/services/catalog/write-product-template.server.ts'

const Format = z.enum(['xlsx', 'csv'])

/** The sheet to fill in, in the reader's language. */
export async function loader({ request }: LoaderFunctionArgs) {
  await requireFarm(request)
  const format = parseParams(new URL(request.url).searchParams.get('format') ?? 'xlsx', Format)
  const file = await writeProductTemplate({ format, locale: localeOf(request), today: businessDay(now()) })
  return fileResponse({ ...file, type: format })
}

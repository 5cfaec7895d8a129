import type { LoaderFunctionArgs } from '@remix-run/node'
import { fileResponse } from '#app/http/file-response.server.ts'
import { localeOf } from '#app/http/locale.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { exportInvoices } from '#app/services/invoices/list-invoices.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const file = await exportInvoices(db().reader, { locale: localeOf(request), now: now() })
  return fileResponse({ ...file, type: 'csv' })
}

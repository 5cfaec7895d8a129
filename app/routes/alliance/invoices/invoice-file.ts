import type { LoaderFunctionArgs } from '@remix-run/node'
import { localeOf } from '#app/http/locale.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { exportInvoices } from '#app/services/invoices/list-invoices.server.ts'

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { filename, bytes } = await exportInvoices(db().reader, { locale: localeOf(request), now: now() })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="invoices.csv"; filename*=UTF-8''${encodeURIComponent(filename)}`,
      'Cache-Control': 'private, no-store',
    },
  })
}

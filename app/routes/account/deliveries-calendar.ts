import type { LoaderFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now, publicUrl } from '#app/http/runtime.server.ts'
import { writeDeliveries } from '#app/services/live/write-deliveries.server.ts'

const QuerySchema = z.object({ key: z.string().regex(/^cal_\w{20,60}$/) })

/** Calendar programs cannot sign in: the key in the address is the whole permission, and can be taken back. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { key } = parseParams(Object.fromEntries(new URL(request.url).searchParams), QuerySchema)
  const calendar = found(await writeDeliveries(db().reader, { key, publicUrl: publicUrl(), now: now() }))
  return new Response(calendar, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="deliveries.ics"',
      'Cache-Control': 'private, max-age=300',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

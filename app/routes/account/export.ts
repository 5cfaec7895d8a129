import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { allowTry } from '#app/http/auth.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { exportMyData } from '#app/services/account/export-my-data.server.ts'
import { requireCustomer } from './require-customer.server.ts'

export const loader = () => redirect('/account/privacy')

/** A file for its owner alone; by a form, so that no link and no prefetch makes it. */
export async function action({ request }: ActionFunctionArgs) {
  const { customerId, userId } = await requireCustomer(request)
  if (!(await allowTry('export', userId))) return redirect('/account/privacy?busy=1')
  const data = await exportMyData(db().reader, { customerId, userId, now: now() })
  return new Response(JSON.stringify(data, null, 2), {
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': 'attachment; filename="commonfield-my-data.json"',
      'Cache-Control': 'private, no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

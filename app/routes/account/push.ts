import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { db, now } from '#app/http/runtime.server.ts'
import { PushSubscriptionSchema } from '#app/schemas/push.ts'
import { listenInBrowser, stopListening } from '#app/services/live/listen-in-browser.server.ts'
import { requireCustomer } from './require-customer.server.ts'

export const loader = () => redirect('/account/settings')

/** A browser begins or ends to be told; `all` ends it everywhere, by a plain form. */
export async function action({ request }: ActionFunctionArgs) {
  const { customerId } = await requireCustomer(request)
  const form = await request.formData()
  if (form.get('intent') === 'all') {
    await stopListening(db(), { customerId, endpoint: null })
    return redirect('/account/settings')
  }
  if (form.get('intent') === 'off') {
    await stopListening(db(), { customerId, endpoint: String(form.get('endpoint') ?? '') })
    return data({ isOn: false })
  }
  const listener = PushSubscriptionSchema.safeParse(Object.fromEntries(form))
  if (!listener.success) return data({ isOn: false }, { status: 400 })
  const listening = await listenInBrowser(db(), { customerId, listener: listener.data, now: now() })
  return data({ isOn: listening.ok }, { status: listening.ok ? 200 : 409 })
}

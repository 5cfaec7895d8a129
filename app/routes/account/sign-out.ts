import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { auth } from '#app/http/auth.server.ts'

export const loader = () => redirect('/')

/** Ends the session here and in the database; the basket stays with the account. */
export async function action({ request }: ActionFunctionArgs) {
  const { headers } = await auth().api.signOut({ headers: request.headers, returnHeaders: true })
  const cleared = new Headers()
  for (const cookie of headers.getSetCookie()) cleared.append('Set-Cookie', cookie)
  cleared.set('Clear-Site-Data', '"storage"') // a driver's phone keeps a run's pages and notes until here
  return redirect('/', { headers: cleared })
}

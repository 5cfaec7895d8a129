import { redirect } from '@remix-run/node'
import { db } from '#app/http/runtime.server.ts'
import { requireViewer } from '#app/http/viewer.server.ts'
import { findCustomerOf } from '#db/queries/viewers.server.ts'

/** Whose account a page is. @throws a redirect: to the sign-in page, or to the account's first page for staff who never bought */
export async function requireCustomer(request: Request) {
  const { userId, roles } = await requireViewer(request)
  const customer = await findCustomerOf(db().reader, userId)
  if (!customer) throw redirect('/account')
  return { ...customer, userId, roles }
}

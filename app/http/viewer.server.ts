import { redirect } from '@remix-run/node'
import { cookiePrefix } from '#app/integrations/identity/auth.server.ts'
import { type Customer, findCustomerOf, findRolesOf, type Role } from '#db/queries/viewers.server.ts'
import { auth } from './auth.server.ts'
import { db } from './runtime.server.ts'

/** Who is asking, as far as their session says. Roles are read from the database with it: a role taken away is gone at once. */
export type Viewer = { userId: string; name: string; roles: Role[] }

const sessionCookie = `${cookiePrefix}.session_token=`

/** Whether it is worth asking who this is: without the cookie nobody is signed in, and nothing is read. */
export const carriesSession = (cookies: string | null | undefined) => cookies?.includes(sessionCookie) === true

const answers = new WeakMap<Request, Promise<Viewer | null>>()

/** Asked once a request, however many ask. */
export async function viewerOf(request: Request): Promise<Viewer | null> {
  if (!carriesSession(request.headers.get('cookie'))) return null
  const answer = answers.get(request) ?? readViewer(request)
  answers.set(request, answer)
  return await answer
}

async function readViewer(request: Request): Promise<Viewer | null> {
  const session = await auth().api.getSession({ headers: request.headers })
  if (!session) return null
  const userId = session.user.id
  return { userId, name: session.user.name, roles: await findRolesOf(db().reader, { userId }) }
}

/** @throws a redirect to the sign-in page, which leads back here */
export async function requireViewer(request: Request): Promise<Viewer> {
  const viewer = await viewerOf(request)
  if (viewer) return viewer
  const { pathname, search } = new URL(request.url)
  throw redirect(`/sign-in?${new URLSearchParams({ returnTo: pathname + search })}`)
}

/** The one they act for, the first where there are several. @throws a redirect when nobody is signed in, 403 when they are not it */
async function requireRole(request: Request, role: Role['role']) {
  const { userId, roles } = await requireViewer(request)
  const held = roles.find((one) => one.role === role)
  if (!held) throw new Response('Forbidden', { status: 403 })
  return { userId, actsFor: held.actsFor }
}

export async function requireFarm(request: Request): Promise<{ userId: string; farmId: string }> {
  const { userId, actsFor } = await requireRole(request, 'farm')
  return { userId, farmId: actsFor }
}

export async function requireLeader(request: Request): Promise<{ userId: string; leaderId: string }> {
  const { userId, actsFor } = await requireRole(request, 'leader')
  return { userId, leaderId: actsFor }
}

export async function requireOffice(request: Request): Promise<{ userId: string }> {
  const { userId } = await requireRole(request, 'office')
  return { userId }
}

export async function requireCourier(request: Request): Promise<{ userId: string; driverId: string }> {
  const { userId, actsFor } = await requireRole(request, 'courier')
  return { userId, driverId: actsFor }
}

/** The customer who is asking, null for a guest and for staff who have never bought. */
export async function customerOf(request: Request): Promise<Customer | null> {
  const viewer = await viewerOf(request)
  return viewer && (await findCustomerOf(db().reader, viewer.userId))
}

const offices = { farm: '/farm', leader: '/leader', office: '/alliance', courier: '/courier' } as const

/** Where someone works, or else their account. */
export const homePathOf = (roles: readonly Role[]): string => (roles[0] ? offices[roles[0].role] : '/account')

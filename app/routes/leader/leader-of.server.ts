import { found, notFound } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireLeader } from '#app/http/viewer.server.ts'
import { findLeaderProfile } from '#db/queries/leader/profile.server.ts'

/** The leader who asks, with their community and pick-up point. @throws a redirect or 403 when nobody of the kind does */
export async function leaderOf(request: Request) {
  const { leaderId } = await requireLeader(request)
  return found(await findLeaderProfile(db().reader, leaderId))
}

/**
 * A community's leader, who is a member and earns. @throws 404 for an enterprise too: it orders through this office, and has no
 * earnings, no settlements and no look into the alliance's books
 */
export async function memberOf(request: Request) {
  const { userId, leaderId } = await requireLeader(request)
  const { kind } = found(await findLeaderProfile(db().reader, leaderId))
  if (kind === 'enterprise') throw notFound()
  return { userId, leaderId }
}

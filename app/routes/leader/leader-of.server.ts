import { found } from '#app/http/parse.server.ts'
import { db } from '#app/http/runtime.server.ts'
import { requireLeader } from '#app/http/viewer.server.ts'
import { findLeaderProfile } from '#db/queries/leader-profile.server.ts'

/** The leader who asks, with their community and pick-up point. @throws a redirect or 403 when nobody of the kind does */
export async function leaderOf(request: Request) {
  const { leaderId } = await requireLeader(request)
  return found(await findLeaderProfile(db().reader, leaderId))
}

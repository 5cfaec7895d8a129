import { and, eq, inArray } from 'drizzle-orm'
import { chunksOf } from '#db/chunks-of.ts'
import type { Reader, Tx } from '#db/connection.ts'
import { travelLegs } from '#db/schema/index.ts'

export type TravelLegRow = typeof travelLegs.$inferSelect

/** Every leg we know between these places. */
export async function findLegs(db: Pick<Reader, 'select'>, { profile, places }: { profile: string; places: string[] }) {
  const known: Pick<TravelLegRow, 'fromPlace' | 'toPlace' | 'distanceM' | 'durationS'>[] = []
  for (const from of chunksOf(places, 200)) {
    for (const to of chunksOf(places, 200)) {
      known.push(
        ...(await db
          .select({
            fromPlace: travelLegs.fromPlace,
            toPlace: travelLegs.toPlace,
            distanceM: travelLegs.distanceM,
            durationS: travelLegs.durationS,
          })
          .from(travelLegs)
          .where(and(eq(travelLegs.profile, profile), inArray(travelLegs.fromPlace, from), inArray(travelLegs.toPlace, to)))),
      )
    }
  }
  return known
}

/** A leg another planning has written meanwhile stays. */
export async function insertLegs(tx: Tx, legs: TravelLegRow[]) {
  for (const chunk of chunksOf(legs, 500)) await tx.insert(travelLegs).values(chunk).onConflictDoNothing()
}

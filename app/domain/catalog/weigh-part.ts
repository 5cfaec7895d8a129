/** A harvest of a part's size: in, or only expected (`forecast`) on `harvestedOn`. `isVouched`: its farm meets the standard today. */
export type PartHarvest = { harvestedOn: string; bestBeforeOn: string; available: number; forecast: boolean; isVouched: boolean }

/** What a bundle asks of one of its parts: so many units for one bundle, and from a day on (null: at once). */
export type AskedPart = { units: number; fromOn: string | null; isListed: boolean }

export const partStandings = [
  'enough',
  'off_shelf',
  'not_vouched',
  'to_harvest',
  'harvest_after',
  'past_best',
  'short',
  'sold_out',
  'no_harvest',
] as const
/** Why a part can be had, or why the bundle cannot on its account. */
export type PartStanding = (typeof partStandings)[number]

const unitsOf = (harvests: readonly PartHarvest[]): number => harvests.reduce((sum, { available }) => sum + available, 0)

/**
 * How a part stands today. What is wanted at once is filled from what is harvested, what is wanted from a day on from forecasts
 * alone: where the other kind would do, that is what is said.
 */
export function weighPart({ units, fromOn, isListed }: AskedPart, harvests: readonly PartHarvest[], today: string): PartStanding {
  if (!isListed) return 'off_shelf'
  const day = fromOn ?? today
  const ofKind = harvests.filter(({ forecast }) => forecast === (fromOn !== null))
  const inTime = ofKind.filter(({ harvestedOn, bestBeforeOn }) => harvestedOn <= day && bestBeforeOn >= day)
  const vouched = inTime.filter(({ isVouched }) => isVouched)
  if (unitsOf(vouched) >= units) return 'enough'
  if (unitsOf(inTime) >= units) return 'not_vouched'
  if (unitsOf(vouched) > 0) return 'short'
  if (fromOn === null && unitsOf(harvests.filter(({ forecast }) => forecast)) >= units) return 'to_harvest'
  if (fromOn !== null && unitsOf(ofKind.filter(({ harvestedOn }) => harvestedOn > day)) >= units) return 'harvest_after'
  if (unitsOf(ofKind.filter(({ bestBeforeOn }) => bestBeforeOn < day)) > 0) return 'past_best'
  return ofKind.length > 0 ? 'sold_out' : 'no_harvest'
}

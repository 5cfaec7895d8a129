import { addDays } from '#app/domain/business-day.ts'

/** The first day what is sold ahead may be delivered: the day after its harvest begins. Null where nothing is harvested ahead. */
export const soldAheadOn = (harvestFromOn: string | null): string | null => (harvestFromOn === null ? null : addDays(harvestFromOn, 1))

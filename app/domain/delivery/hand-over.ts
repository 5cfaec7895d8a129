import { shanghaiInstant } from '#app/domain/business-day.ts'

/** When a farm's goods have to stand at the hub on the day of delivery, by the hub's own time (HH:MM). */
export const handOverBy = (deliversOn: string, arriveBy: string): Date => shanghaiInstant(deliversOn, arriveBy)

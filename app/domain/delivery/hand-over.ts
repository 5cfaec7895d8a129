import { shanghaiInstant } from '#app/domain/business-day.ts'

/** When a farm's goods have to stand at the hub, where the hub has not said otherwise: vans are loaded from seven. */
export const handOverBy = (deliversOn: string, arriveBy = '07:00'): Date => shanghaiInstant(deliversOn, arriveBy)

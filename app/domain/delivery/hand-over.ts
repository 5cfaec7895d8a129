import { shanghaiInstant } from '#app/domain/business-day.ts'
import { WORKING_DAY } from './fleet-hours.ts'

/** When a farm's goods have to stand at the hub: vans are loaded from the start of the delivery day's work. */
export const handOverBy = (deliversOn: string): Date => new Date(shanghaiInstant(deliversOn).getTime() + WORKING_DAY.fromS * 1000)

import { z } from 'zod'
import { type NetworkProblem, type NetworkProblems, networkProblems } from '#app/domain/delivery/network-problems.ts'
import { readYuanText } from '#app/domain/money/yuan-text.ts'
import { IdSchema } from './ids.ts'

const problem = (code: NetworkProblem) => ({ error: code })
const Name = z.string(problem('missing')).trim().min(1, problem('missing')).max(60, problem('too_long'))
const Note = z.string().trim().max(200, problem('too_long')).default('')
const Day = z
  .string(problem('bad_date'))
  .regex(/^\d{4}-\d{2}-\d{2}$/, problem('bad_date'))
  .refine((day) => !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day), problem('bad_date'))
const Clock = z.string(problem('bad_time')).regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, problem('bad_time'))
const Version = z.coerce.number().int().min(0)
const Status = z.enum(['open', 'closed'], problem('missing'))
const Id = z.string(problem('missing')).pipe(IdSchema)
const degrees = (least: number, most: number) =>
  z
    .string(problem('bad_place'))
    .trim()
    .regex(/^-?\d{1,3}(\.\d{1,9})?$/, problem('bad_place'))
    .transform(Number)
    .refine((value) => value >= least && value <= most, problem('bad_place'))
const Lat = degrees(-90, 90)
const Lon = degrees(-180, 180)
const count = (least: number, most: number) =>
  z
    .string(problem('bad_count'))
    .trim()
    .regex(/^\d{1,6}$/, problem('bad_count'))
    .transform(Number)
    .refine((value) => value >= least && value <= most, problem('bad_count'))
const Yuan = z
  .string(problem('bad_amount'))
  .trim()
  .transform((typed, context) => {
    const read = readYuanText(typed)
    if (read !== null) return read
    context.addIssue({ code: 'custom', message: 'bad_amount' })
    return z.NEVER
  })
/** `day-1` … `day-7` that are ticked, 1 Monday to 7 Sunday. */
const Weekdays = z.array(z.number().int().min(1).max(7)).min(1, problem('no_days'))

/** One corner a line, longitude and latitude: `104.068, 30.652`. */
const Corners = z
  .string(problem('bad_corners'))
  .max(20_000, problem('too_long'))
  .transform((typed, context) => {
    const lines = typed
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
    const corners = lines.map((line) => line.split(/[\s,\uff0c]+/).map(Number))
    const isRead = corners.every(([lon, lat, more]) => inRange(lon, 180) && inRange(lat, 90) && more === undefined)
    if (isRead && corners.length <= 400) return corners as [number, number][]
    context.addIssue({ code: 'custom', message: 'bad_corners' })
    return z.NEVER
  })
const inRange = (value: number | undefined, most: number) => value !== undefined && Math.abs(value) <= most

export const ZoneForm = z.object({ nameZh: Name, nameEn: Name, hubId: Id, corners: Corners, status: Status, version: Version })
export const RuleForm = z.object({
  weekdays: Weekdays,
  cutoffDaysBefore: count(0, 7),
  cutoffTime: Clock,
  capacityDrops: count(1, 5000),
  dropFee: Yuan,
  fromOn: Day,
})
export const CalendarForm = z.object({
  zoneId: z.union([z.literal(''), Id]),
  on: Day,
  kind: z.enum(['no_delivery', 'extra_delivery']),
  noteZh: Note,
  noteEn: Note,
})
export const HubForm = z.object({
  nameZh: Name,
  nameEn: Name,
  addressZh: Name,
  addressEn: Name,
  lat: Lat,
  lon: Lon,
  arriveBy: Clock,
  crossDockMinutes: count(0, 600),
  status: Status,
  version: Version,
})
/** A day and a time make the cut-off. */
export const WaveTermsForm = z.object({
  capacityDrops: count(0, 5000),
  dropFee: Yuan,
  cutoffOn: Day,
  cutoffTime: Clock,
  version: Version,
})
export const PointForm = z.object({
  nameZh: Name,
  nameEn: Name,
  addressZh: Name,
  addressEn: Name,
  windowFrom: Clock,
  windowTo: Clock,
  lat: Lat,
  lon: Lon,
  capacityOrders: count(1, 5000),
  instructionsZh: Note,
  instructionsEn: Note,
  status: Status,
  version: Version,
})
const Kind = z.enum(['trike', 'van', 'cold_van', 'truck'], problem('missing'))
export const VehicleForm = z.object({
  hubId: Id,
  endHubId: z.union([z.literal('').transform(() => null), Id]),
  nameZh: Name,
  nameEn: Name,
  driverId: Id,
  carrierId: Id,
  kind: Kind,
  capacityKg: count(1, 50_000),
  cratesAmbient: count(0, 5000),
  cratesChilled: count(0, 5000),
  cratesFrozen: count(0, 5000),
  status: Status,
  version: Version,
})
export const ShiftForm = z.object({ vehicleId: Id, driverId: Id, weekdays: Weekdays, fromTime: Clock, untilTime: Clock })
export const AbsenceForm = z.object({
  who: z.string(problem('missing')).regex(/^(vehicle|driver):[\w-]{1,100}$/, problem('missing')),
  on: Day,
  reason: Name,
})
export const TariffForm = z.object({ carrierId: Id, vehicleKind: Kind, fromOn: Day, perRun: Yuan, perKm: Yuan, perHour: Yuan })
export const CarrierForm = z.object({
  nameZh: Name,
  nameEn: Name,
  kind: z.enum(['own', 'firm'], problem('missing')),
  phone: z.string().trim().max(40, problem('too_long')),
})
export const DriverForm = z.object({ name: Name, phone: z.string().trim().max(40, problem('too_long')), carrierId: Id })
export const PlaceForm = z.object({ orderId: Id, lat: Lat, lon: Lon })

/** A form as what it says, or the first problem of each field; weekdays come from the boxes `day-1` to `day-7`. */
export function readNetworkForm<Schema extends z.ZodType>(typed: Record<string, string>, schema: Schema) {
  const weekdays = [1, 2, 3, 4, 5, 6, 7].filter((day) => typed[`day-${day}`] !== undefined)
  const parsed = schema.safeParse({ ...typed, weekdays })
  if (parsed.success) return { ok: true, value: parsed.data } as const
  const problems: NetworkProblems = {}
  for (const { path, message } of parsed.error.issues) {
    problems[String(path[0])] ??= networkProblems.find((code) => code === message) ?? 'missing'
  }
  return { ok: false, problems } as const
}

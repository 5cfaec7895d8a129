import { z } from 'zod'
import { adoptionKinds, mostAdoptionDates } from '#app/domain/catalog/adoption-dates.ts'

const Day = z.iso.date()
const Count = z.coerce.number().int().min(1).max(100_000)
const Key = z.string().regex(/^[a-z0-9-]{8,40}$/)
const Id = z.string().regex(/^[\w-]{1,100}$/)
const Short = z.string().trim().min(1).max(60)
const Note = z.string().trim().max(300)
const Text = z.string().trim().min(1).max(1000)

export const PresaleSchema = z.object({
  variantId: Id,
  harvestFromOn: Day,
  harvestToOn: Day,
  keepsDays: z.coerce.number().int().min(1).max(365),
  forecast: Count,
  promised: Count,
  noteZh: Note,
  noteEn: Note,
})

const lot = { lotId: z.string().regex(/^[\w.-]{1,140}$/) }

/** What a farm says of a harvest it has forecast. */
export const HarvestSchema = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('harvest'),
    ...lot,
    harvestedOn: Day,
    bestBeforeOn: Day,
    quantity: z.coerce.number().int().min(0).max(100_000),
  }),
  z.object({ intent: z.literal('put_off'), ...lot, harvestFromOn: Day }),
  z.object({ intent: z.literal('close'), ...lot }),
  z.object({ intent: z.literal('call_off'), ...lot, sure: z.literal('yes') }),
])

/** Dates as they are typed: one a line, or apart by spaces and commas; earliest first, each once. */
const Dates = z
  .string()
  .transform((typed) => [...new Set(typed.split(/[\s,，、]+/).filter(Boolean))].sort())
  .pipe(z.array(Day).min(1).max(mostAdoptionDates))

export const AdoptionSchema = z.object({
  key: Key,
  kind: z.enum(adoptionKinds),
  nameZh: Short,
  nameEn: Short,
  textZh: Text,
  textEn: Text,
  whereZh: Short,
  whereEn: Short,
  places: z.coerce.number().int().min(1).max(2000),
  partVariantId: Id,
  units: z.coerce.number().int().min(1).max(999),
  datesOn: Dates,
  offPct: z.coerce.number().int().min(0).max(50),
})

export const NewsSchema = z.object({
  key: Key,
  number: z.union([z.literal('').transform(() => null), z.coerce.number().int().min(1).max(5000)]),
  textZh: Text,
  textEn: Text,
})

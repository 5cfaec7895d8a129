import { z } from 'zod'

const Text = (most: number) => z.string().trim().min(1).max(most)
const Day = z.iso.date()
const OptionalDay = z.union([z.literal('').transform(() => null), Day])

export const LicenceTermSchema = z.object({ untilOn: OptionalDay, reason: Text(200) })

export const RegistrationSchema = z.object({
  giCode: Text(60),
  farmId: Text(64),
  crop: Text(60),
  originZh: Text(60),
  number: Text(60),
  fromOn: Day,
  untilOn: OptionalDay,
})

export const TestSchema = z.object({
  farmId: Text(64),
  productCode: z
    .string()
    .trim()
    .max(40)
    .transform((code) => (code === '' ? null : code)),
  subject: z.enum(['produce', 'soil', 'water']),
  titleZh: Text(60),
  titleEn: Text(100),
  lab: Text(80),
  reportNumber: Text(60),
  testedOn: Day,
  result: z.enum(['pass', 'fail']),
  finding: Text(160),
})

export const VerdictOnOriginSchema = z.object({
  productId: Text(64),
  word: Text(120),
  verdict: z.enum(['let', 'off']),
})

/** The names of the fields a parser refused. */
export const wrongFields = (error: z.ZodError): string[] => [...new Set(error.issues.map(({ path }) => String(path[0] ?? '')))]

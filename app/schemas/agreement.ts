import { z } from 'zod'
import { shanghaiInstant } from '#app/domain/business-day.ts'
import { type RateField, rateFields } from '#app/domain/commission/check-terms.ts'
import { type Fen, fen } from '#app/domain/money/fen.ts'
import { readYuanText } from '#app/domain/money/yuan-text.ts'

/** Why a field of the proposal cannot be read. The screen has a sentence for each. */
export type AgreementProblem = 'missing' | 'not_a_rate' | 'not_an_amount' | 'not_a_day' | 'not_a_weight'

export const agreementFields = [
  'homeType',
  'producerId',
  'category',
  'productCode',
  'startsOn',
  'endsOn',
  ...rateFields,
  'sampleKg',
] as const
export type AgreementField = (typeof agreementFields)[number]

const Day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((on) => !Number.isNaN(Date.parse(`${on}T00:00:00Z`)))
const HomeType = z.enum(['alliance', 'farm', 'leader'])
const Typed = z.string().trim().max(60).catch('')

/** What was typed, as far as it can be read; a rate typed as 2.5 is 250 basis points, exactly. */
export function readAgreementForm(form: FormData) {
  const values = Object.fromEntries(agreementFields.map((name) => [name, Typed.parse(form.get(name) ?? '')])) as Record<
    AgreementField,
    string
  >
  const problems: Partial<Record<AgreementField, AgreementProblem>> = {}
  const hundredths = (name: RateField, problem: 'not_a_rate' | 'not_an_amount'): Fen => {
    const read = readYuanText(values[name])
    if (read === null) problems[name] = values[name] === '' ? 'missing' : problem
    return read ?? fen(0)
  }
  const orNothing = (name: 'floorFenPerKg' | 'premiumShareBp', problem: 'not_a_rate' | 'not_an_amount') =>
    values[name] === '' ? null : hundredths(name, problem)
  const day = (name: 'startsOn' | 'endsOn'): Date | null => {
    const read = Day.safeParse(values[name])
    if (!read.success) problems[name] = values[name] === '' ? 'missing' : 'not_a_day'
    return read.success ? shanghaiInstant(read.data) : null
  }
  const home = HomeType.safeParse(values.homeType)
  if (!home.success) problems.homeType = 'missing'
  const kilograms = values.sampleKg === '' ? null : readYuanText(values.sampleKg)
  if (values.sampleKg !== '' && (kilograms === null || kilograms === 0)) problems.sampleKg = 'not_a_weight'
  const proposed = {
    homeType: home.success ? home.data : ('farm' as const),
    producerId: values.producerId,
    category: values.category,
    distributionBp: hundredths('distributionBp', 'not_a_rate'),
    leaderBp: hundredths('leaderBp', 'not_a_rate'),
    serviceBp: hundredths('serviceBp', 'not_a_rate'),
    vatInServiceBp: hundredths('vatInServiceBp', 'not_a_rate'),
    brandBp: hundredths('brandBp', 'not_a_rate'),
    reserveFenPerKg: hundredths('reserveFenPerKg', 'not_an_amount'),
    leaderSavingBp: hundredths('leaderSavingBp', 'not_a_rate'),
    floorFenPerKg: orNothing('floorFenPerKg', 'not_an_amount'),
    premiumShareBp: orNothing('premiumShareBp', 'not_a_rate'),
    effectiveFrom: day('startsOn') ?? new Date(0),
    effectiveUntil: values.endsOn === '' ? null : day('endsOn'),
  }
  return { values, problems, proposed, productCode: values.productCode, weightG: kilograms === null ? null : kilograms * 10 }
}

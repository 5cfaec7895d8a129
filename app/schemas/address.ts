import { z } from 'zod'
import type { AddressProblem } from '#app/domain/delivery/address-problems.ts'
import { lengths } from '#app/domain/delivery/contact-lengths.ts'
import { dialable } from './checkout.ts'

const problem = (code: AddressProblem) => ({ error: code })

/** A mainland mobile number, or any number in its international form (E.164). */
export const isDialable = (phone: string) => /^1[3-9]\d{9}$/.test(phone) || /^\+[1-9]\d{6,14}$/.test(phone)

export const AddressSchema = z.object({
  recipient: z
    .string(problem('recipient_missing'))
    .trim()
    .min(1, problem('recipient_missing'))
    .max(lengths.recipient, problem('recipient_long')),
  phone: z.string(problem('phone_invalid')).transform(dialable).refine(isDialable, problem('phone_invalid')),
  districtId: z.string(problem('district_missing')).min(1, problem('district_missing')).max(60, problem('district_missing')),
  street: z.string(problem('street_missing')).trim().min(1, problem('street_missing')).max(lengths.street, problem('street_long')),
})

export const AddressIdSchema = z.string().regex(/^adr_\w{1,60}$/)

import { z } from 'zod'
import { dialable } from './checkout.ts'

/** Why a field of the sign-in and registration forms is refused. The screen has a sentence for each. */
export const accountProblems = [
  'name_missing',
  'name_long',
  'email_invalid',
  'contact_invalid',
  'password_missing',
  'password_short',
  'password_long',
  'phone_invalid',
  'code_invalid',
] as const
export type AccountProblem = (typeof accountProblems)[number]

export const lengths = { name: 40, password: { least: 10, most: 128 }, code: 6 } as const

const problem = (code: AccountProblem) => ({ error: code })

/** Codes go to mainland mobile numbers alone: elsewhere they cost more than they are worth, and that is abused. */
const mainlandMobile = /^1[3-9]\d{9}$/
const isEmail = (text: string) => text.length <= 254 && z.email().safeParse(text).success

const email = z
  .string(problem('email_invalid'))
  .trim()
  .toLowerCase()
  .refine(isEmail, 'email_invalid' satisfies AccountProblem)
const phone = z
  .string(problem('phone_invalid'))
  .transform(dialable)
  .refine((text) => mainlandMobile.test(text), 'phone_invalid' satisfies AccountProblem)

export const PasswordSignInSchema = z.object({
  email,
  password: z.string(problem('password_missing')).min(1, problem('password_missing')).max(lengths.password.most, problem('password_long')),
})

export const PhoneSchema = z.object({ phone })

export const CodeSchema = z.object({
  code: z
    .string(problem('code_invalid'))
    .transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
    .refine((text) => /^\d{6}$/.test(text), 'code_invalid' satisfies AccountProblem),
})

/** A name, and an e-mail with a password or else a phone, which needs none: its code is the proof. */
export const RegistrationSchema = z
  .object({
    name: z.string(problem('name_missing')).trim().min(1, problem('name_missing')).max(lengths.name, problem('name_long')),
    contact: z.string(problem('contact_invalid')).trim(),
    password: z.string().max(lengths.password.most, problem('password_long')).optional(),
  })
  .transform(({ name, contact, password }, context) => {
    const refuse = (path: string, code: AccountProblem) => {
      context.addIssue({ code: 'custom', path: [path], message: code })
      return z.NEVER
    }
    const number = dialable(contact)
    if (mainlandMobile.test(number)) return { kind: 'phone' as const, name, phone: number }
    const address = contact.toLowerCase()
    if (!isEmail(address)) return refuse('contact', 'contact_invalid')
    if (!password) return refuse('password', 'password_missing')
    if ([...password].length < lengths.password.least) return refuse('password', 'password_short')
    return { kind: 'email' as const, name, email: address, password }
  })

export const EmailSchema = z.object({ email })

const newPassword = z
  .string(problem('password_missing'))
  .min(1, problem('password_missing'))
  .max(lengths.password.most, problem('password_long'))
  .refine((text) => [...text].length >= lengths.password.least, problem('password_short'))

/** The password somebody sets by a link that was sent to them. */
export const NewPasswordSchema = z.object({ token: z.string().regex(/^\w{10,60}$/), password: newPassword })

export const ChangePasswordSchema = z.object({
  current: z.string(problem('password_missing')).min(1, problem('password_missing')).max(lengths.password.most, problem('password_long')),
  password: newPassword,
})

/** What one is called, and a number to be reached at; none is none. */
export const DetailsSchema = z.object({
  name: z.string(problem('name_missing')).trim().min(1, problem('name_missing')).max(lengths.name, problem('name_long')),
  phone: z
    .string()
    .default('')
    .transform(dialable)
    .refine((text) => text === '' || mainlandMobile.test(text) || /^\+[1-9]\d{6,14}$/.test(text), problem('phone_invalid')),
})

import { APIError, createAuthMiddleware } from 'better-auth/api'
import { betterAuth } from 'better-auth/minimal'
import { phoneNumber } from 'better-auth/plugins/phone-number'
import type { MessageSender } from '#app/integrations/messages/message-sender.ts'
import type { Database } from '#db/connection.ts'
import { newId } from '#db/new-id.server.ts'
import { idPrefixOf } from './auth-tables.ts'
import { databaseAdapter } from './database-adapter.server.ts'

/** Counts tries for one person at one door, so that nobody guesses for long however many addresses they have. */
export type Tries = { allow(door: string, identifier: string): Promise<boolean>; forget(door: string, identifier: string): Promise<void> }

type Parts = {
  db: Database
  baseUrl: string
  secret: string
  messages: MessageSender
  codeText: (code: string) => string
  /** the mail by which somebody sets a new password; `link` leads to the page that asks for it */
  resetText: (link: string) => { subject: string; text: string }
  /** links sent before are worth nothing from now on */
  passwordWasReset: (userId: string) => Promise<void>
  tries: Tries
  log: { error(details: Record<string, unknown>, message: string): void }
}

export type Auth = ReturnType<typeof openAuth>

export const shortestPassword = 10
export const longestPassword = 128
export const codeMinutes = 5
export const resetMinutes = 30
/** Set by our own server from the connection, over whatever a client sent. */
export const clientAddressHeader = 'x-client-address'
export const cookiePrefix = 'commonfield'

const day = 24 * 3600
/** Doors with their own form: the home shop, equal timing and the customer's row depend on it. */
const closedPaths = ['/sign-up/email', '/sign-in/phone-number', '/phone-number/verify', '/change-email', '/update-user', '/delete-user']
/** A person known by phone alone has an address of no use to anyone: the column must be unique and not empty. */
const phoneMailDomain = 'phone.invalid'
export const phoneMail = (phone: string) => `${phone}@${phoneMailDomain}`
export const isPhoneMail = (email: string) => email.endsWith(`@${phoneMailDomain}`)

/** Who may come in: e-mail and password, or a phone and a code sent to it. Sessions and their cookies are better-auth's. */
export function openAuth({ db, baseUrl, secret, messages, codeText, resetText, passwordWasReset, tries, log }: Parts) {
  return betterAuth({
    appName: 'Commonfield',
    baseURL: baseUrl,
    trustedOrigins: [baseUrl],
    secret,
    database: databaseAdapter(db),
    telemetry: { enabled: false },
    rateLimit: { enabled: false }, // counted in our own table, shared by all processes
    disabledPaths: closedPaths,
    logger: { level: 'error', log: (_level, message) => log.error({ service: 'better-auth' }, message) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      resetPasswordTokenExpiresIn: resetMinutes * 60,
      revokeSessionsOnPasswordReset: true,
      /** Sent beside the answer, which takes as long for an address nobody has. */
      async sendResetPassword({ user, token }) {
        if (isPhoneMail(user.email)) return
        const link = `${baseUrl}/sign-in/new-password?${new URLSearchParams({ token })}`
        messages.sendMail({ to: user.email, ...resetText(link), link }).catch((error: unknown) => {
          log.error({ service: 'mail', err: error instanceof Error ? error.name : 'unknown' }, 'password mail was not taken')
        })
      },
      onPasswordReset: ({ user }) => passwordWasReset(user.id),
    },
    session: { expiresIn: 30 * day, updateAge: day, cookieCache: { enabled: true, maxAge: 5 * 60 } },
    advanced: {
      cookiePrefix,
      useSecureCookies: baseUrl.startsWith('https:'),
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      database: { generateId: ({ model }) => newId(idPrefixOf(model)), validateSchema: false },
    },
    plugins: [
      phoneNumber({
        otpLength: 6,
        expiresIn: codeMinutes * 60,
        allowedAttempts: 3,
        sendOTP: ({ phoneNumber: phone, code }) => messages.sendSms({ phone, code, text: codeText(code) }),
        signUpOnVerification: { getTempEmail: phoneMail, getTempName: (phone) => `···${phone.slice(-4)}` },
      }),
    ],
    databaseHooks: {
      user: {
        create: {
          /** Whoever registers with a phone told us their name beside the code. */
          before: async (user, context) => {
            const name: unknown = context?.body?.name
            return { data: typeof name === 'string' && name ? { ...user, name } : user }
          },
        },
      },
    },
    hooks: {
      before: createAuthMiddleware(async ({ path, body }) => {
        const identifier = identifierOf(path, body)
        if (identifier && !(await tries.allow(path, identifier))) throw new APIError('TOO_MANY_REQUESTS')
      }),
      after: createAuthMiddleware(async ({ path, body, context }) => {
        const identifier = identifierOf(path, body)
        if (identifier && context.newSession) await tries.forget(path, identifier)
      }),
    },
  })
}

/** Whose door a request knocks at; null where there is nothing to guess. */
function identifierOf(path: string | undefined, body: unknown): string | null {
  if (!path || !['/sign-in/email', '/request-password-reset', '/phone-number/send-otp', '/phone-number/verify'].includes(path)) return null
  const { email, phoneNumber: phone } = (body ?? {}) as { email?: unknown; phoneNumber?: unknown }
  const identifier = path.startsWith('/phone-number/') ? phone : email
  return typeof identifier === 'string' ? identifier.trim().toLowerCase() : null
}

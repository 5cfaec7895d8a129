import { createHash } from 'node:crypto'
import { accessMessages } from '#app/i18n/messages/access.ts'
import { accountMessages } from '#app/i18n/messages/account.ts'
import { type Auth, openAuth, type Tries } from '#app/integrations/identity/auth.server.ts'
import { forgetPasswordLinks } from '#app/services/identity/change-password.server.ts'
import { countTry, forgetTries } from '#app/services/identity/count-try.server.ts'
import { log } from './log.server.ts'
import { messages } from './messages.server.ts'
import { db, now, publicUrl } from './runtime.server.ts'
import { secretOfSessions } from './session-secret-of-process.server.ts'

const minute = 60_000

/** Tries a minute from one address, and in ten minutes for one person. */
export const triesAllowed = () => Number(process.env.SIGN_IN_TRIES ?? 10)

let opened: { auth: Auth; db: ReturnType<typeof db> } | undefined

/** The process's one door, on its one database. */
export function auth(): Auth {
  if (opened?.db !== db()) opened = { db: db(), auth: open() }
  return opened.auth
}

const open = () =>
  openAuth({
    db: db(),
    baseUrl: publicUrl(),
    secret: secretOfSessions(),
    messages: messages(),
    codeText: (code) => `${accountMessages['zh-CN'].codeSms(code)} ${accountMessages.en.codeSms(code)}`,
    resetText: (link) => ({
      subject: `${accessMessages['zh-CN'].resetSubject} · ${accessMessages.en.resetSubject}`,
      text: `${accessMessages['zh-CN'].resetText}\n${accessMessages.en.resetText}\n${link}`,
    }),
    passwordWasReset: (userId) => forgetPasswordLinks(db(), userId),
    tries,
    log,
  })

/** People are counted under a digest: the counters name nobody. */
const keyOf = (door: string, identifier: string) => `${door}:${createHash('sha256').update(identifier).digest('base64url')}`

const tries: Tries = {
  async allow(door, identifier) {
    const { hits } = await countTry(db(), { key: keyOf(door, identifier), windowMs: 10 * minute, now: now() })
    return hits <= triesAllowed()
  },
  forget: (door, identifier) => forgetTries(db(), { key: keyOf(door, identifier) }),
}

/** One more try of something a person may not guess or repeat for long, beside the doors above. @returns false when it is enough */
export const allowTry = (door: string, userId: string): Promise<boolean> => tries.allow(door, userId)

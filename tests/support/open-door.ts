import { openAuth, type Tries } from '#app/integrations/identity/auth.server.ts'
import { forgetPasswordLinks } from '#app/services/identity/change-password.server.ts'
import { openFresh } from './fresh-database.ts'

export const now = new Date('2026-05-01T08:00:00Z')
export const client = new Headers({ 'x-client-address': '203.0.113.7' })
export const guest = { storefrontId: 'alliance', basketId: null, guestOrders: [], now }
export const chen = { name: '陈晓', email: 'Chen@example.com', password: 'carrots-and-leeks' }

/** A door whose text messages can be read here. */
export async function openDoor(tries: Partial<Tries> = {}) {
  const db = await openFresh()
  const sent: { phone: string; code: string }[] = []
  const links: string[] = []
  const auth = openAuth({
    db,
    baseUrl: 'http://localhost:3000',
    secret: 'a secret of more than thirty-two characters',
    messages: {
      sendSms: async ({ phone, code = '' }) => void sent.push({ phone, code }),
      sendMail: async ({ link = '' }) => void links.push(link),
    },
    codeText: (code) => code,
    resetText: (link) => ({ subject: '', text: link }),
    passwordWasReset: (userId) => forgetPasswordLinks(db, userId),
    tries: { allow: async () => true, forget: async () => {}, ...tries },
    log: { error: () => {} },
  })
  return { db, auth, sent, links }
}

import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What one host tells another of a browser that goes over: its basket and the shop it entered by. */
export type HandedOver = { basketId: string; storefrontId: string }

const lifeMs = 5 * 60_000
const part = /^[\w-]{1,64}$/

const signature = (said: string, secret: string) => createHmac('sha256', secret).update(`hand-over:${said}`).digest()

/** A token that says it for five minutes, once; nobody else can make one. */
export function signHandOver({ basketId, storefrontId }: HandedOver, { secret, now }: { secret: string; now: Date }): string {
  const said = [basketId, storefrontId, now.getTime() + lifeMs, randomBytes(12).toString('base64url')].join('.')
  return `${said}.${signature(said, secret).toString('base64url')}`
}

/** What a token says, and by what it is counted; null when it is not ours, changed or too old. Whether it is its first use is for the caller. */
export function readHandOver(token: string, { secret, now }: { secret: string; now: Date }): (HandedOver & { nonce: string }) | null {
  const parts = token.split('.')
  const [basketId, storefrontId, until, nonce, signed] = parts
  if (parts.length !== 5 || !basketId || !storefrontId || !until || !nonce || !signed) return null
  const [given, wanted] = [Buffer.from(signed, 'base64url'), signature(parts.slice(0, 4).join('.'), secret)]
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return null
  if (!part.test(basketId) || !part.test(storefrontId) || !(Number(until) >= now.getTime())) return null
  return { basketId, storefrontId, nonce }
}

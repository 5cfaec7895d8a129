import type { Store } from './open-store.server.ts'

/** The way to the page on which an account's holder tells what is due. `expiresAtS` in seconds since 1970. */
export type AccountLink = { token: string; account: string; returnUrl: string; refreshUrl: string; expiresAtS: number }

export function insertAccountLink(store: Store, { token, account, returnUrl, refreshUrl, expiresAtS }: AccountLink): void {
  store
    .prepare('INSERT INTO account_links (token, account, return_url, refresh_url, expires_at) VALUES (?, ?, ?, ?, ?)')
    .run(token, account, returnUrl, refreshUrl, expiresAtS)
}

/** `used`: what was told through it, was; it leads nowhere any more. */
export function findAccountLink(store: Store, token: string): (AccountLink & { used: 0 | 1 }) | undefined {
  return store
    .prepare<AccountLink & { used: 0 | 1 }>(
      `SELECT token, account, return_url AS returnUrl, refresh_url AS refreshUrl, expires_at AS expiresAtS, used
       FROM account_links WHERE token = ?`,
    )
    .get(token)
}

export function spendAccountLink(store: Store, token: string): void {
  store.prepare('UPDATE account_links SET used = 1 WHERE token = ?').run(token)
}

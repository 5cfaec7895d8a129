import { parse as parseCookies, serialize as serializeCookie } from 'cookie'

export const parse = (header: string | null): Record<string, string | undefined> => (header ? parseCookies(header) : {})

/** Same-site and, behind https, secure; read by scripts only where `httpOnly` is false. */
export const serialize = (name: string, value: string, { maxAgeS, httpOnly = true }: { maxAgeS: number; httpOnly?: boolean }) =>
  serializeCookie(name, value, {
    path: '/',
    maxAge: maxAgeS,
    httpOnly,
    sameSite: 'lax',
    secure: process.env.PUBLIC_URL?.startsWith('https:') === true,
  })

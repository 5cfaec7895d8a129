import { pino } from 'pino'

/**
 * Structured logs, one JSON line each. No personal data: URLs are logged without their query,
 * bodies and headers not at all.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'warn' : 'info'),
  base: { service: 'commonfield' },
  redact: ['phone', 'email', 'recipient', 'address', 'password', 'token', '*.phone', '*.email', '*.password', '*.token'],
})

export const pathOf = (url: string) => url.split('?', 1)[0]!

import type { APIRequestContext } from '@playwright/test'
import { readSheet } from 'read-excel-file/node'

export type Found = { path: string; status: number; type: string; text: string }

type Bounds = { perKind?: number; most?: number; follows?: (path: string) => boolean }

const linkIn = /(?:href|src|action)="([^"]+)"/g

/** Pages that differ by an id or a search alone are of one kind; of each kind a few are enough. */
const kindOf = (path: string) =>
  path
    .replace(/\?.*$/, (search) => `?${[...new URLSearchParams(search).keys()].sort().join('&')}`)
    .split('/')
    .map((segment) => (/\d|_|-.*-/.test(segment) ? ':' : segment))
    .join('/')

/** Whether a page belongs to an office: `/farm/import` to `/farm`, `/farms` not. */
export const isUnder = (path: string, office: string) => path.split('?')[0] === office || path.startsWith(`${office}/`)

/**
 * Everything that can be reached by links from `start`, asked for with this visitor's cookies: pages as their
 * HTML (which carries what the loaders answered), downloads as their text, workbooks cell by cell.
 * Neither the way out nor static files are followed; `follows` may narrow it further.
 */
export async function crawl(
  request: APIRequestContext,
  start: string[],
  { perKind = 3, most = 250, follows }: Bounds = {},
): Promise<Found[]> {
  const waiting = [...start]
  const seen = new Set(start)
  const kinds = new Map<string, number>()
  const found: Found[] = []
  while (waiting.length > 0 && found.length < most) {
    const path = waiting.shift()!
    const answer = await request.get(path, { maxRedirects: 5 })
    const type = answer.headers()['content-type'] ?? ''
    const text = await textOf(type, Buffer.from(await answer.body()))
    found.push({ path, status: answer.status(), type, text })
    if (!type.startsWith('text/html')) continue
    for (const [, link] of text.matchAll(linkIn)) {
      const next = new URL(link!.replaceAll('&amp;', '&'), answer.url())
      const nextPath = next.pathname + next.search
      const isOurs = next.origin === new URL(answer.url()).origin && !/^\/(assets|art|marks|fonts)\/|sign-out|^\/language/.test(nextPath)
      const ofKind = kinds.get(kindOf(nextPath)) ?? 0
      if (!isOurs || follows?.(nextPath) === false || seen.has(nextPath) || ofKind >= perKind) continue
      seen.add(nextPath)
      kinds.set(kindOf(nextPath), ofKind + 1)
      waiting.push(nextPath)
    }
  }
  return found
}

async function textOf(type: string, body: Buffer): Promise<string> {
  if (!type.includes('spreadsheetml')) return body.toString('utf8')
  const rows = await readSheet(body)
  return rows.map((row) => row.join('\t')).join('\n')
}

import { createHash } from 'node:crypto'
import type { Response } from 'express'
import type { Language } from './choose-language.server.ts'
import { PAGE_STYLE } from './style-pages.server.ts'
import { html, type Markup } from './write-html.server.ts'

/** The stylesheet's address changes with its content, so browsers may keep it for good. */
export const STYLE_PATH = `/sandbox/style-${createHash('sha256').update(PAGE_STYLE).digest('hex').slice(0, 10)}.css`

type Page = { title: string; language: Language; body: Markup; base: string }

export const layOutPage = ({ title, language, body, base }: Page): Markup => html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="stylesheet" href="${base}${STYLE_PATH}">
</head>
<body>${body}</body>
</html>
`

/** Sends a page that runs no script, loads nothing but its stylesheet and posts only to us and, by redirect, to `origins`. */
export function sendPage(res: Response, status: number, page: Markup, origins: readonly string[] = []): void {
  const formAction = ["'self'", ...new Set(origins)].join(' ')
  res.setHeader(
    'Content-Security-Policy',
    `default-src 'none'; style-src 'self'; img-src 'self'; form-action ${formAction}; base-uri 'none'; frame-ancestors 'none'`,
  )
  res.setHeader('Cache-Control', 'no-store')
  res.setHeader('Referrer-Policy', 'no-referrer')
  res.status(status).type('html').send(page.text)
}

/** A table in a frame that scrolls on a narrow screen, or a sentence when there is nothing; a head of '' holds buttons. */
export const showTable = (caption: string, heads: readonly string[], rows: readonly Markup[], none: string): Markup =>
  rows.length === 0
    ? html`<h2>${caption}</h2><p>${none}</p>`
    : html`
  <div class="scroll" tabindex="0" role="group" aria-label="${caption}"><table><caption>${caption}</caption>
    <thead><tr>${heads.map((head) => (head === '' ? html`<td></td>` : html`<th scope="col">${head}</th>`))}</tr></thead>
    <tbody>${rows}</tbody>
  </table></div>`

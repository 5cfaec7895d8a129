import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { finishPage } from './finish-page.server.ts'

test('a long page of Chinese is the same text whole, in attributes too', async () => {
  const text = '在买过的里面找，一样一样地看'
  const items = Array.from({ length: 400 }, (_, index) =>
    createElement('input', { key: index, placeholder: `${'x'.repeat(index % 7)}${text}` }),
  )
  const rendered = await new Promise<Buffer>((resolve) => {
    const stream = renderToPipeableStream(createElement('div', null, items), {
      onAllReady: () => resolve(buffer(stream.pipe(new PassThrough()))),
    })
  })
  expect(rendered.includes(0)).toBe(true)
  expect(finishPage(rendered).split(text)).toHaveLength(401)
  expect(finishPage(rendered)).not.toContain('\0')
})

test('scripts wait for what is painted, nothing else does', () => {
  const page = '<link rel="stylesheet" href="/a.css"/><link rel="modulepreload" href="/a.js"/><link rel="modulepreload" href="/b.js"/>'
  expect(finishPage(Buffer.from(page))).toBe(
    '<link rel="stylesheet" href="/a.css"/><link rel="modulepreload" fetchpriority="low" href="/a.js"/><link rel="modulepreload" fetchpriority="low" href="/b.js"/>',
  )
})

import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { createElement } from 'react'
import { renderToPipeableStream } from 'react-dom/server'
import { expect, test } from 'vitest'
import { closeGaps } from './close-gaps.server.ts'

test('a long page of Chinese is the same text whole, in attributes too', async () => {
  const text = '在买过的里面找，一样一样地看'
  const items = Array.from({ length: 400 }, (_, index) =>
    createElement('input', { key: index, placeholder: `${'x'.repeat(index % 7)}${text}` }),
  )
  const rendered = await new Promise<Buffer<ArrayBuffer>>((resolve) => {
    const stream = renderToPipeableStream(createElement('div', null, items), {
      onAllReady: () => resolve(buffer(stream.pipe(new PassThrough()))),
    })
  })
  expect(closeGaps(rendered).toString().split(text)).toHaveLength(401)
  expect(closeGaps(rendered).includes(0)).toBe(false)
})

test('a page without gaps is left as it is', () => {
  const page = Buffer.from('同田')
  expect(closeGaps(page)).toBe(page)
})

import { expect, test } from 'vitest'
import { fileIn, readForm, readUpload } from './read-upload.server.ts'

const asked = { field: 'sheet', maxBytes: 1000 }

function uploadOf(bytes: Uint8Array<ArrayBuffer>, name = 'eggs.csv', field = 'sheet') {
  const form = new FormData()
  form.append(field, new File([bytes], name))
  return new Request('http://farm.test/import', { method: 'POST', body: form })
}

test('a file within the limit is read whole, under its own name', async () => {
  const read = await readUpload(uploadOf(new Uint8Array(1000).fill(7), '鸡蛋.csv'), asked)
  expect(read).toMatchObject({ ok: true, value: { filename: '鸡蛋.csv' } })
  expect(read.ok && read.value.bytes.byteLength).toBe(1000)
})

test('a byte more is refused, as is a body that never says how long it is', async () => {
  expect(await readUpload(uploadOf(new Uint8Array(1001)), asked)).toEqual({ ok: false, refusal: { code: 'too_large' } })
  let sent = 0
  const endless = new ReadableStream({
    pull: (controller) => {
      sent += 1
      controller.enqueue(new Uint8Array(1024 * 1024))
    },
  })
  const headers = { 'Content-Type': 'multipart/form-data; boundary=x' }
  const request = new Request('http://farm.test/import', { method: 'POST', body: endless, headers, duplex: 'half' } as RequestInit)
  expect(await readUpload(request, asked)).toEqual({ ok: false, refusal: { code: 'too_large' } })
  expect(sent).toBeLessThan(70)
})

test('no file, a file of another field, an empty choice and a broken form are all a missing file', async () => {
  const missing = { ok: false, refusal: { code: 'file_missing' } }
  expect(await readUpload(uploadOf(new Uint8Array(1), 'eggs.csv', 'other'), asked)).toEqual(missing)
  expect(await readUpload(uploadOf(new Uint8Array(0), ''), asked)).toEqual(missing)
  const broken = { method: 'POST', body: 'nonsense', headers: { 'Content-Type': 'multipart/form-data; boundary=x' } }
  expect(await readUpload(new Request('http://farm.test/import', broken), asked)).toEqual(missing)
  expect(await readUpload(new Request('http://farm.test/import', { method: 'POST', body: 'sheet=1' }), asked)).toEqual(missing)
})

test('a form with a photograph left out is read with its fields, and one with too large a photograph is refused', async () => {
  const form = new FormData()
  form.append('crates', '3')
  form.append('photo', new File([], ''))
  const read = await readForm(new Request('http://farm.test/handover', { method: 'POST', body: form }), { maxBytes: 1000 })
  expect(read.ok && read.value.get('crates')).toBe('3')
  expect(read.ok && (await fileIn(read.value, 'photo'))).toBeNull()
  expect(await readForm(uploadOf(new Uint8Array(70_000)), asked)).toEqual({ ok: false, refusal: { code: 'too_large' } })
})

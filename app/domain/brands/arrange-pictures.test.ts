import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type ArrangedPicture, arrangePictures, mostPictures, type PictureChange } from './arrange-pictures.ts'

const picture = (mediaId: string): ArrangedPicture => ({ mediaId, altZh: `图 ${mediaId}`, altEn: `Picture ${mediaId}` })
const idsAfter = (ids: string, change: PictureChange) => {
  const arranged = arrangePictures([...ids].map(picture), change)
  return arranged.ok ? arranged.value.map(({ mediaId }) => mediaId).join('') : arranged.refusal.code
}

test('pictures are added at the end, moved by one place, and taken away', () => {
  expect(idsAfter('ab', { kind: 'add', picture: picture('c') })).toBe('abc')
  expect(idsAfter('abc', { kind: 'forward', mediaId: 'c' })).toBe('acb')
  expect(idsAfter('abc', { kind: 'back', mediaId: 'a' })).toBe('bac')
  expect(idsAfter('abc', { kind: 'forward', mediaId: 'a' })).toBe('abc')
  expect(idsAfter('abc', { kind: 'back', mediaId: 'c' })).toBe('abc')
  expect(idsAfter('abc', { kind: 'remove', mediaId: 'b' })).toBe('ac')
})

test('the same picture sent twice is there once; a seventh, and one that is gone, are refused', () => {
  expect(idsAfter('ab', { kind: 'add', picture: picture('b') })).toBe('ab')
  expect(idsAfter('abcdef', { kind: 'add', picture: picture('g') })).toBe('too_many')
  expect(idsAfter('ab', { kind: 'remove', mediaId: 'z' })).toBe('no_such_picture')
})

test('whatever is done, no picture is there twice and none appears from nowhere', () => {
  const id = fc.constantFrom(...'abcdefgh')
  const change = fc.oneof(
    fc.record({ kind: fc.constantFrom('add' as const, 'describe' as const), picture: id.map(picture) }),
    fc.record({ kind: fc.constantFrom('forward' as const, 'back' as const, 'remove' as const), mediaId: id }),
  )
  fc.assert(
    fc.property(fc.array(change, { maxLength: 30 }), (changes) => {
      let pictures: readonly ArrangedPicture[] = []
      for (const one of changes) {
        const arranged = arrangePictures(pictures, one)
        if (!arranged.ok) continue
        const grown = arranged.value.length - pictures.length
        expect(grown).toBeLessThanOrEqual(one.kind === 'add' ? 1 : 0)
        pictures = arranged.value
        expect(new Set(pictures.map(({ mediaId }) => mediaId)).size).toBe(pictures.length)
        expect(pictures.length).toBeLessThanOrEqual(mostPictures)
      }
    }),
  )
})

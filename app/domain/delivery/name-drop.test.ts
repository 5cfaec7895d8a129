import { expect, test } from 'vitest'
import { nameDrop } from './name-drop.ts'

const contact = (recipient: string, note = '') => ({
  recipient,
  phone: `138-${recipient}`,
  addressZh: '桐梓林路 8 号',
  addressEn: '8 Tongzilin Rd',
  note,
})

test('at a door the driver asks for everyone who ordered, and hears each note once', () => {
  const drop = nameDrop('door', [contact('甘棠', '放门卫'), contact('白芷', '放门卫 '), contact('甘棠', '先打电话')], null)
  expect(drop).toMatchObject({ recipient: '甘棠、白芷', phone: '138-甘棠', note: '放门卫 / 先打电话' })
})

test('at a pick-up point the driver asks for its keeper, not for a customer', () => {
  const orders: [ReturnType<typeof contact>, ReturnType<typeof contact>] = [contact('甘棠'), contact('白芷')]
  expect(nameDrop('pickup', orders, { nameZh: '东门', keeper: '濮阳芒种', phone: '139' })).toMatchObject({
    recipient: '濮阳芒种',
    phone: '139',
  })
  expect(nameDrop('pickup', orders, { nameZh: '东门', keeper: null, phone: null })).toMatchObject({ recipient: '东门', phone: '' })
})

import { expect, test } from 'vitest'
import { addresses } from '#db/schema/index.ts'
import { marketDay, openMarket, registered } from '#tests/support/open-market.ts'
import { findKeptAddress, findKeptAddresses } from '../account/addresses.server.ts'
import { findPlaces } from './places.server.ts'

test('districts say whether anyone delivers there, pick-up points stand under their zone', async () => {
  const db = await openMarket()
  const { districts, pickupZones } = await findPlaces(db.reader, marketDay)
  expect(districts.map(({ id, delivered }) => [id, delivered])).toEqual([
    ['inner', true],
    ['outer', false],
  ])
  expect(pickupZones.map(({ id, points }) => [id, points.map((point) => point.id)])).toEqual([['east', ['gate']]])
})

test('the form is filled with the address used last, and never with another customer’s', async () => {
  const db = await openMarket()
  const alliance = { type: 'alliance', id: 'alliance' } as const
  const [mine, other] = [await registered(db, 'cus_a', alliance), await registered(db, 'cus_b', alliance)]
  const address = { recipient: '白芷', phone: '13800002222', districtId: 'inner', lat: 30.65, lon: 104.08 }
  await db.transact((tx) =>
    tx.insert(addresses).values([
      { ...address, id: 'adr_1', customerId: mine, street: '旧街 1 号', usedAt: new Date(marketDay.getTime() - 1000) },
      { ...address, id: 'adr_2', customerId: mine, street: '新街 2 号', usedAt: marketDay },
      { ...address, id: 'adr_3', customerId: other, street: '别人家', usedAt: new Date(marketDay.getTime() + 1000) },
    ]),
  )
  expect((await findKeptAddresses(db.reader, mine)).map(({ street }) => street)).toEqual(['新街 2 号', '旧街 1 号'])
  expect(await findKeptAddress(db.reader, { customerId: mine, addressId: 'adr_3' })).toBeNull()
})

import { accept, type Result, refuse } from '#app/domain/result.ts'
import { placeKeyOf } from '#app/services/ordering/resolve-place.ts'
import type { Database } from '#db/client.server.ts'
import { newId } from '#db/new-id.server.ts'
import * as addresses from '#db/queries/account/addresses.server.ts'
import { findNetwork } from '#db/queries/network/network.server.ts'

export type SaveAddress = {
  customerId: string
  /** null: a new one */
  addressId: string | null
  address: { recipient: string; phone: string; districtId: string; street: string }
  now: Date
}
export type SaveAddressRefusal = { code: 'unknown_district' | 'unknown_address' | 'too_many' }

/**
 * Keeps where a customer has things brought, also where nobody delivers yet. An address that still is the same door keeps the place
 * somebody found for it; another door begins in the middle of its district. A new one comes first.
 */
export async function saveAddress(
  { reader, transact }: Database,
  { customerId, addressId, address, now }: SaveAddress,
): Promise<Result<{ addressId: string }, SaveAddressRefusal>> {
  const { districts } = await findNetwork(reader, now.getTime())
  const district = districts.get(address.districtId)
  if (!district) return refuse({ code: 'unknown_district' })
  const unplaced = { lat: district.lat, lon: district.lon, placedBy: 'district' as const }
  return transact(async (tx) => {
    if (addressId === null) {
      if ((await addresses.countAddresses(tx, customerId)) >= addresses.mostAddresses) return refuse({ code: 'too_many' })
      const id = newId('adr')
      await addresses.insertAddress(tx, { id, customerId, ...address, ...unplaced, usedAt: now })
      return accept({ addressId: id })
    }
    const before = await addresses.findKeptAddress(tx, { customerId, addressId })
    if (!before) return refuse({ code: 'unknown_address' })
    const isSameDoor = placeKeyOf(before) === placeKeyOf(address)
    await addresses.changeAddress(tx, { customerId, addressId }, { ...address, ...(isSameDoor ? {} : unplaced) })
    return accept({ addressId })
  })
}

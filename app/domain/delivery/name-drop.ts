import type { DropKind } from './merge-drops.ts'

/** Who ordered to this place, and how they wrote it. */
export type DropContact = {
  readonly recipient: string
  readonly phone: string
  readonly addressZh: string
  readonly addressEn: string
  readonly note: string
}

/** Who keeps a pick-up point; null where no leader does. */
export type PickupKeeper = { readonly nameZh: string; readonly keeper: string | null; readonly phone: string | null }

/**
 * Whom the driver asks for, and what they are told beforehand. At a door that is everyone who ordered, with the first one's
 * telephone; at a pick-up point its keeper. Notes that say the same are said once.
 *
 * @param contacts of the drop's orders, oldest first, at least one
 */
export function nameDrop(kind: DropKind, contacts: readonly [DropContact, ...DropContact[]], keeper: PickupKeeper | null): DropContact {
  const [first] = contacts
  const recipients = [...new Set(contacts.map(({ recipient }) => recipient))].join('、')
  const note = [...new Set(contacts.map((contact) => contact.note.trim()).filter((said) => said !== ''))].join(' / ')
  const { addressZh, addressEn } = first
  if (kind === 'door') return { recipient: recipients, phone: first.phone, addressZh, addressEn, note }
  return { recipient: keeper?.keeper ?? keeper?.nameZh ?? recipients, phone: keeper?.phone ?? '', addressZh, addressEn, note }
}

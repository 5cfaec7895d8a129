import { Form, Link } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { formatDay, formatFen } from '#app/i18n/format.ts'
import { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'
import { useLocale, useMessages, usePick } from '#app/i18n/use-messages.ts'
import type { Kept } from './kept-addresses.tsx'

type Names = { nameZh: string; nameEn: string }
type Check = { zone: Names & { daysOn: readonly string[]; feeFen: number | null }; nearest: null } | { zone: null; nearest: Names | null }

/** One kept address: who, where, whether and when anybody comes there and for how much, and what can be done with it. */
export function AddressCard({ address, check, isFirst }: { address: Kept; check: Check | undefined; isFirst: boolean }) {
  const t = useMessages(accountPagesMessages)
  const pick = usePick()
  const place = `${pick(address.districtZh, address.districtEn)} ${address.street}`
  return (
    <li className="flex flex-col gap-2 rounded-md border border-rule bg-paper p-4">
      <p>
        <b>{address.recipient}</b> <span className="text-ink-2">{address.phone}</span>
        {isFirst ? <span className="ml-2 rounded-sm bg-rape-tint px-2 py-0.5 text-sm">{t.first}</span> : null}
      </p>
      <p className="break-words">{place}</p>
      {check ? <ZoneSentence check={check} /> : null}
      <Form method="post" className="flex flex-wrap gap-x-4">
        <input type="hidden" name="addressId" value={address.id} />
        <Link
          to={`/account/addresses/${address.id}`}
          aria-label={t.editThis(place)}
          className="inline-flex min-h-11 items-center text-indigo underline"
        >
          {t.edit}
        </Link>
        {isFirst ? null : (
          <Button type="submit" look="quiet" name="intent" value="first" aria-label={t.makeFirstThis(place)}>
            {t.makeFirst}
          </Button>
        )}
        <Button type="submit" look="quiet" name="intent" value="remove" aria-label={t.removeThis(place)}>
          {t.remove}
        </Button>
      </Form>
    </li>
  )
}

function ZoneSentence({ check: { zone, nearest } }: { check: Check }) {
  const t = useMessages(accountPagesMessages)
  const pick = usePick()
  const locale = useLocale()
  if (zone === null) {
    const sentence = nearest ? t.outsideNearest(pick(nearest.nameZh, nearest.nameEn)) : t.outside
    return <p className="rounded-sm bg-rape-tint px-3 py-2 text-sm">{sentence}</p>
  }
  const days = zone.daysOn.map((on) => formatDay(on, locale)).join(t.listComma)
  return (
    <p className="text-sm text-ink-2">
      {t.inZone(pick(zone.nameZh, zone.nameEn))} {days ? t.nextDays(days) : t.noDaysNow}{' '}
      {zone.feeFen === null ? null : t.dropFee(formatFen(zone.feeFen))}
    </p>
  )
}

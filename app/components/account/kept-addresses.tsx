import { Link } from '@remix-run/react'
import { Choice, ChoiceGroup } from '#app/components/shop/choice.tsx'
import { accountPagesMessages } from '#app/i18n/messages/account-pages.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

export type Kept = { id: string; recipient: string; phone: string; street: string; districtZh: string; districtEn: string }

/** A customer's addresses to choose from, and a new one. The fields of a new one are shown by the style sheet while it is chosen. */
export function KeptAddresses({ kept, chosenId }: { kept: readonly Kept[]; chosenId: string }) {
  const t = useMessages(accountPagesMessages)
  const pick = usePick()
  const isNew = !kept.some(({ id }) => id === chosenId)
  return (
    <ChoiceGroup legend={t.toWhich} name="addressId">
      {kept.map(({ id, recipient, phone, street, districtZh, districtEn }) => (
        <Choice key={id} name="addressId" value={id} chosen={id === chosenId}>
          {pick(districtZh, districtEn)} {street}
          <span className="block text-sm text-ink-2">
            {recipient} {phone}
          </span>
        </Choice>
      ))}
      <Choice name="addressId" value="new" chosen={isNew}>
        {t.toAnother}
      </Choice>
      <Link to="/account/addresses" className="inline-flex min-h-11 items-center self-start text-sm text-indigo underline">
        {t.editAddresses}
      </Link>
    </ChoiceGroup>
  )
}

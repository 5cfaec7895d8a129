import type { MouseEvent } from 'react'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { formatFen } from '#app/i18n/format.ts'
import { checkoutMessages } from '#app/i18n/messages/checkout.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import type { CheckoutProblem } from '#app/schemas/checkout.ts'
import type { NamedRefusal } from './name-refusal.ts'
import type { FieldProblems } from './read-checkout-form.server.ts'

type Texts = (typeof checkoutMessages)['en']

export const problemTexts = {
  recipient_missing: (t) => t.recipientMissing,
  recipient_long: (t) => t.recipientLong,
  phone_missing: (t) => t.phoneMissing,
  phone_invalid: (t) => t.phoneInvalid,
  delivery_missing: (t) => t.deliveryMissing,
  district_missing: (t) => t.districtMissing,
  street_missing: (t) => t.streetMissing,
  street_long: (t) => t.streetLong,
  point_missing: (t) => t.pointMissing,
  note_long: (t) => t.noteLong,
  wave_missing: (t) => t.waveMissing,
  substitution_missing: (t) => t.substitutionMissing,
  form_stale: (t) => t.formStale,
} satisfies Record<CheckoutProblem, (t: Texts) => string>

const refusalTexts = {
  empty_basket: (t) => t.empty,
  basket_gone: (t) => t.basketGone,
  unknown_place: (t) => t.unknownPlace,
  outside_zones: (t) => t.outsideZones,
  wave_closed: (t) => t.waveClosed,
  wave_full: (t) => t.waveFullNow,
  no_wave_for_farm: (t, name) => t.noWaveForFarm(name || t.someFarm),
  price_changed: (t, name) => t.priceChanged(name || t.someProduct),
  not_enough: (t, name, count) => t.notEnough(name || t.someProduct, count),
  part_delisted: (t, name) => t.partDelisted(name || t.someProduct),
  part_short: (t, name) => t.partShort(name || t.someProduct),
  delisted: (t, name) => t.delisted(name || t.someProduct),
  below_minimum: (t, name, count) => t.belowMinimum(name || t.someProduct, count),
  over_credit_limit: (t, _name, count) => t.overCreditLimit(formatFen(count)),
} satisfies Record<NamedRefusal['code'], (t: Texts, name: string, count: number) => string>

export function useRefusalText() {
  const t = useMessages(checkoutMessages)
  const pick = usePick()
  const namesIn = ({ names }: NamedRefusal) => names.map(({ zh, en }) => pick(zh, en)).join(pick('、', ', '))
  return { namesIn, textOf: (refusal: NamedRefusal) => refusalTexts[refusal.code](t, namesIn(refusal), refusal.count) }
}

/** Refused at a field of the form rather than for the basket as a whole. */
export const refusedField = ({ code }: NamedRefusal): 'waveId' | null => (code === 'wave_closed' || code === 'wave_full' ? 'waveId' : null)

/** A fragment is a page of its own to the router, and the answer just given would be gone: the field takes the focus instead. */
function goToField(event: MouseEvent<HTMLAnchorElement>) {
  const field = document.getElementById(event.currentTarget.hash.slice(1))
  if (!field) return
  event.preventDefault()
  field.focus()
}

/** What has to be put right before ordering, with a way to each. */
export function ProblemSummary({ problems }: { problems: FieldProblems }) {
  const t = useMessages(checkoutMessages)
  return (
    <Notice tone="bad" title={t.problemsTitle}>
      <ul>
        {Object.entries(problems).map(([name, problem]) => (
          <li key={name}>
            <a href={`#field-${name}`} className="underline" onClick={goToField}>
              {problemTexts[problem](t)}
            </a>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Why the order cannot be placed as it is, and the way on. Stands inside the form: collecting elsewhere keeps what was typed. */
export function RefusalNotice({ refusal }: { refusal: NamedRefusal }) {
  const t = useMessages(checkoutMessages)
  const pick = usePick()
  const text = useRefusalText().textOf(refusal)
  const [name] = refusal.names
  if (refusal.code === 'outside_zones') {
    const point = name ? pick(name.zh, name.en) : ''
    return (
      <Notice tone="bad" title={text}>
        {refusal.pickupPointId === null ? null : (
          <>
            <p className="mb-2">{t.outsideZonesPoint(point)}</p>
            <Button look="plain" type="submit" name="collectAt" value={refusal.pickupPointId}>
              {t.collectAt(point)}
            </Button>
          </>
        )}
      </Notice>
    )
  }
  return (
    <Notice tone="bad" title={text}>
      <WayOn code={refusal.code} />
    </Notice>
  )
}

function WayOn({ code }: { code: NamedRefusal['code'] }) {
  const t = useMessages(checkoutMessages)
  if (refusedAtPlaceOrDay.has(code)) return null
  const [to, words] =
    code === 'empty_basket' || code === 'basket_gone'
      ? ['/products', t.toProducts]
      : [
          '/basket',
          code === 'price_changed' ? t.seePrices : code === 'not_enough' || code === 'part_short' ? t.changeQuantity : t.backToBasket,
        ]
  return (
    <ButtonLink look="plain" to={to} className="mt-2">
      {words}
    </ButtonLink>
  )
}

/** The way on is to choose again on this page. */
const refusedAtPlaceOrDay: ReadonlySet<NamedRefusal['code']> = new Set(['unknown_place', 'wave_closed', 'wave_full', 'over_credit_limit'])

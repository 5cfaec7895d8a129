import { Form, useNavigation, useSubmit } from '@remix-run/react'
import { type FormEvent, useEffect, useState } from 'react'
import { KeptAddresses } from '#app/components/account/kept-addresses.tsx'
import { Bill } from '#app/components/shop/bill.tsx'
import { PlacePicker } from '#app/components/shop/place-picker.tsx'
import { SavingChip } from '#app/components/shop/saving-chip.tsx'
import { WavePicker } from '#app/components/shop/wave-picker.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { lengths } from '#app/domain/delivery/contact-lengths.ts'
import { formatFen } from '#app/i18n/format.ts'
import { checkoutMessages } from '#app/i18n/messages/checkout.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { ProblemSummary, problemTexts, RefusalNotice, refusedField, useRefusalText } from './checkout-notices.tsx'
import { CheckoutReductions } from './checkout-reductions.tsx'
import type { CheckoutPage } from './show-checkout.server.ts'

const decideTheQuote = new Set(['delivery', 'addressId', 'districtId', 'pickupPointId', 'waveId', 'useCredit'])
/** Who receives it stands in the kept address that is chosen. */
const hiddenForKept = 'group-[:has(#delivery-door:checked):has([name=addressId]:checked:not([value=new]))]/checkout:hidden'
const card = 'flex flex-col gap-4 rounded-md border border-rule bg-paper p-4'

/** One form for the whole order. Without scripts a press shows the delivery days; with them, choosing a place does. */
export function CheckoutForm({ page }: { page: CheckoutPage }) {
  const t = useMessages(checkoutMessages)
  const submit = useSubmit()
  const doing = useNavigation().formData?.get('intent')
  const askAgain = (event: FormEvent<HTMLFormElement>) => {
    if (!(event.target instanceof Element) || !decideTheQuote.has(event.target.getAttribute('name') ?? '')) return
    const form = new FormData(event.currentTarget)
    form.set('intent', 'quote')
    submit(form, { method: 'post', preventScrollReset: true, replace: true })
  }
  const bill = page.quote?.bill
  const toPayFen = bill ? bill.totalFen - bill.creditFen : undefined
  return (
    <Form
      method="post"
      noValidate
      onChange={askAgain}
      className="group/checkout grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem] lg:gap-8"
    >
      <input type="hidden" name="placementKey" value={page.values.placementKey ?? ''} />
      <input type="hidden" name="shownTotalFen" value={toPayFen ?? ''} />
      <div className="flex min-w-0 flex-col gap-4">
        <Notices page={page} />
        <Questions page={page} isUpdating={doing === 'quote'} />
      </div>
      <section aria-labelledby="bill" className={`${card} lg:sticky lg:top-4`}>
        <h2 id="bill" className="text-xl">
          {t.bill}
        </h2>
        {page.quote?.bill ? <Bill {...page.quote.bill} /> : <p className="text-ink-2">{t.billLater}</p>}
        {page.quote?.saving ? <SavingChip {...page.quote.saving} /> : null}
        <Button type="submit" name="intent" value="place" disabled={doing === 'place'} className="text-lg">
          {doing === 'place' ? t.placing : toPayFen === undefined ? t.payPlain : t.pay(formatFen(toPayFen))}
        </Button>
        <p className="text-sm text-ink-2">{t.payOnline}</p>
        <p className="text-sm text-ink-2">{t.privacy}</p>
      </section>
    </Form>
  )
}

/** What stands in the way; a new answer is a new notice, so that it takes the focus again. */
function Notices({ page }: { page: CheckoutPage }) {
  const t = useMessages(checkoutMessages)
  const { problems, refusal, hasRisen, quote, version } = page
  if (Object.keys(problems).length > 0) return <ProblemSummary key={version} problems={problems} />
  if (refusal) return <RefusalNotice key={version} refusal={refusal} />
  return hasRisen && quote?.bill ? (
    <Notice key={version} tone="bad" title={t.totalRoseTitle}>
      {t.totalRose(formatFen(quote.bill.totalFen))}
    </Notice>
  ) : null
}

function Questions({ page, isUpdating }: { page: CheckoutPage; isUpdating: boolean }) {
  const t = useMessages(checkoutMessages)
  const { values, problems } = page
  const errorOf = (name: keyof typeof problems) => {
    const problem = problems[name]
    return problem && problemTexts[problem](t)
  }
  return (
    <>
      <fieldset className={`${card} ${hiddenForKept}`}>
        <legend className="sr-only">{t.who}</legend>
        <Field
          label={t.recipient}
          name="recipient"
          defaultValue={values.recipient ?? ''}
          error={errorOf('recipient')}
          autoComplete="name"
          maxLength={lengths.recipient}
        />
        <Field
          label={t.phone}
          name="phone"
          type="tel"
          inputMode="tel"
          defaultValue={values.phone ?? ''}
          error={errorOf('phone')}
          hint={t.phoneHint}
          autoComplete="tel"
          maxLength={30}
        />
      </fieldset>
      <div className={card}>
        <PlaceQuestion page={page} errorOf={errorOf} />
        <Field
          label={t.note}
          name="note"
          defaultValue={values.note ?? ''}
          error={errorOf('note')}
          autoComplete="off"
          maxLength={lengths.note}
        />
        <Button type="submit" name="intent" value="quote" look="plain" className="self-start">
          {isUpdating ? t.updating : page.quote ? t.showDaysAgain : t.showDays}
        </Button>
      </div>
      <div className={card}>
        <DayQuestion page={page} error={errorOf('waveId')} />
        <SelectField
          label={t.substitution}
          name="substitution"
          defaultValue={values.substitution ?? 'call'}
          error={errorOf('substitution')}
          hint={t.substitutionHint}
        >
          <option value="call">{t.call}</option>
          <option value="similar">{t.similar}</option>
          <option value="refund">{t.refund}</option>
        </SelectField>
      </div>
      <CheckoutReductions page={page} className={card} />
    </>
  )
}

type ErrorOf = (name: keyof CheckoutPage['problems']) => string | undefined

/** Rendered afresh when the server turned the form to a pick-up point: then the choice on the screen is not the typed one. */
function PlaceQuestion({ page, errorOf }: { page: CheckoutPage; errorOf: ErrorOf }) {
  const [turnedAt, setTurnedAt] = useState(0)
  if (page.isRedirected && page.version !== turnedAt) setTurnedAt(page.version)
  useEffect(() => {
    if (turnedAt > 0) document.getElementById('field-pickupPointId')?.focus()
  }, [turnedAt])
  return (
    <PlacePicker
      key={turnedAt}
      {...page.places}
      kept={page.kept.length > 0 ? <KeptAddresses kept={page.kept} chosenId={page.values.addressId ?? 'new'} /> : null}
      values={page.values}
      errors={{
        delivery: errorOf('delivery'),
        districtId: errorOf('districtId'),
        street: errorOf('street'),
        pickupPointId: errorOf('pickupPointId'),
      }}
    />
  )
}

function DayQuestion({ page: { quote, refusal, waveRefusals }, error }: { page: CheckoutPage; error: string | undefined }) {
  const t = useMessages(checkoutMessages)
  const { textOf, namesIn } = useRefusalText()
  if (!quote || quote.waves.length === 0) {
    return (
      <div id="field-waveId" tabIndex={-1}>
        <p className="font-semibold">{t.when}</p>
        <p className="text-ink-2">{quote ? t.noDays : t.choosePlaceFirst}</p>
        {error ? <p className="text-sm font-semibold text-pepper">{error}</p> : null}
      </div>
    )
  }
  const refusedHere = refusal && refusedField(refusal) === 'waveId' ? textOf(refusal) : undefined
  const whyNot = (waveId: string) => {
    const why = waveRefusals[waveId]
    if (!why) return null
    return why.code === 'not_enough' ? t.notFreshThen(namesIn(why)) : textOf(why)
  }
  return <WavePicker waves={quote.waves} chosenWaveId={quote.chosenWaveId} error={error ?? refusedHere} refusalOf={whyNot} />
}

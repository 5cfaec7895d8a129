import { Choice, ChoiceGroup } from '#app/components/shop/choice.tsx'
import { WavePicker } from '#app/components/shop/wave-picker.tsx'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { lengths } from '#app/domain/delivery/contact-lengths.ts'
import { formatFen } from '#app/i18n/format.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import type { BulkField, BulkFieldProblem, OrderSheet } from './order-view.ts'
import { useBulkRefusalText } from './refusal.tsx'

type Texts = (typeof leaderMessages)['en']

const problemTexts = {
  wave_missing: (t) => t.waveMissing,
  point_missing: (t) => t.pointMissing,
  note_long: (t) => t.noteLong,
  substitution_missing: (t) => t.substitutionMissing,
  payment_missing: (t) => t.paymentMissing,
  form_stale: (t) => t.formStale,
} satisfies Record<BulkFieldProblem, (t: Texts) => string>

export const sayFieldProblem = (t: Texts, problem: BulkFieldProblem) => problemTexts[problem](t)

/** Where and when it goes, what to do about a shortage, and how it is paid. */
export function LeaderOrderFields({ page }: { page: OrderSheet }) {
  const t = useMessages(leaderMessages)
  const pick = usePick()
  const { values, fieldProblems, points } = page
  const errorOf = (name: BulkField) => fieldProblems[name] && sayFieldProblem(t, fieldProblems[name])
  return (
    <>
      <SelectField label={t.pointChoice} name="pickupPointId" defaultValue={values.pickupPointId} error={errorOf('pickupPointId')}>
        {points.map((point) => (
          <option key={point.id} value={point.id}>
            {point.isOwn ? t.ownPoint(pick(point.nameZh, point.nameEn)) : pick(point.nameZh, point.nameEn)}
          </option>
        ))}
      </SelectField>
      <WaveQuestion page={page} error={errorOf('waveId')} />
      <SelectField label={t.substitution} name="substitution" defaultValue={values.substitution} error={errorOf('substitution')}>
        <option value="call">{t.call}</option>
        <option value="similar">{t.similar}</option>
        <option value="refund">{t.refund}</option>
      </SelectField>
      <Field
        label={t.note}
        name="note"
        defaultValue={values.note ?? ''}
        error={errorOf('note')}
        maxLength={lengths.note}
        autoComplete="off"
      />
      <PaymentQuestion page={page} error={errorOf('payment')} />
    </>
  )
}

function WaveQuestion({ page: { quote, whyNot }, error }: { page: OrderSheet; error: string | undefined }) {
  const t = useMessages(leaderMessages)
  const { whyNot: sayWhyNot } = useBulkRefusalText()
  if (!quote || quote.waves.length === 0) {
    return (
      <div id="field-waveId" tabIndex={-1}>
        <p className="font-semibold">{t.waveChoice}</p>
        <p className="text-ink-2">{quote ? t.noWaves : t.fillFirst}</p>
        {error ? <p className="text-sm font-semibold text-pepper">{error}</p> : null}
      </div>
    )
  }
  const refusalOf = (waveId: string) => {
    const why = whyNot[waveId]
    return why ? sayWhyNot(why) : null
  }
  return <WavePicker waves={quote.waves} chosenWaveId={quote.chosenWaveId} error={error} refusalOf={refusalOf} />
}

function PaymentQuestion({ page: { values, credit, refusal }, error }: { page: OrderSheet; error: string | undefined }) {
  const t = useMessages(leaderMessages)
  const { textOf } = useBulkRefusalText()
  const refusedHere = refusal?.code === 'over_credit_limit' ? textOf(refusal) : undefined
  const hasCredit = credit.limitFen > 0
  return (
    <ChoiceGroup legend={t.payment} name="payment" error={error ?? refusedHere}>
      <Choice name="payment" value="on_account" chosen={hasCredit && values.payment === 'on_account'} disabled={!hasCredit}>
        <span className="font-semibold">{t.payOnAccount}</span>
        <span className="block text-sm text-ink-2">
          {hasCredit ? t.payOnAccountLeft(formatFen(credit.leftFen), formatFen(credit.limitFen)) : t.noCredit}
        </span>
      </Choice>
      {hasCredit ? (
        <Choice name="payment" value="on_pickup" chosen={values.payment === 'on_pickup'}>
          <span className="font-semibold">{t.payOnPickup}</span>
          <span className="block text-sm text-ink-2">{t.payOnPickupHint}</span>
        </Choice>
      ) : null}
      <Choice name="payment" value="online" chosen={!hasCredit || values.payment === 'online'}>
        <span className="font-semibold">{t.payOnline}</span>
        <span className="block text-sm text-ink-2">{t.payOnlineHint}</span>
      </Choice>
    </ChoiceGroup>
  )
}

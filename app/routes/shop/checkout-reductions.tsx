import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import type { CodeRefusal } from '#app/domain/pricing/choose-promotions.ts'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { promotionMessages } from '#app/i18n/messages/promotions.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import type { CheckoutPage } from './show-checkout.server.ts'

type Texts = (typeof promotionMessages)['en']

function sayCodeRefusal(refusal: CodeRefusal, t: Texts, locale: Locale): string {
  switch (refusal.code) {
    case 'coupon_unknown':
      return t.unknownCode
    case 'coupon_not_begun':
      return t.notBegun(formatMoment(refusal.startsAt, locale))
    case 'coupon_ended':
      return t.ended
    case 'coupon_used_up':
      return t.usedUp
    case 'coupon_below_minimum':
      return t.belowMinimum(formatFen(refusal.fromGoodsFen))
  }
}

/** A code to type, and for a customer with credit the choice to pay with it. What is wrong with a code stands at its field. */
export function CheckoutReductions({ page, className }: { page: CheckoutPage; className: string }) {
  const t = useMessages(promotionMessages)
  const locale = useLocale()
  const { values, codeRefusal, creditFen } = page
  return (
    <div className={className}>
      <div className="flex flex-wrap items-start gap-x-3">
        <div className="min-w-0 flex-1 basis-40">
          <Field
            label={t.code}
            name="couponCode"
            defaultValue={values.couponCode ?? ''}
            error={codeRefusal ? sayCodeRefusal(codeRefusal, t, locale) : undefined}
            hint={t.codeHint}
            autoComplete="off"
            autoCapitalize="characters"
            maxLength={60}
          />
        </div>
        <Button type="submit" name="intent" value="quote" look="plain" className="mt-7 shrink-0">
          {t.useCode}
        </Button>
      </div>
      {creditFen > 0 ? (
        <div>
          <label className="flex min-h-11 items-center gap-3 font-semibold">
            <input
              type="checkbox"
              name="useCredit"
              value="yes"
              defaultChecked={values.useCredit === 'yes'}
              aria-describedby="credit-hint"
              className="size-5 accent-leaf"
            />
            {t.credit(formatFen(creditFen))}
          </label>
          <p id="credit-hint" className="text-sm text-ink-2">
            {t.creditHint}
          </p>
        </div>
      ) : null}
    </div>
  )
}

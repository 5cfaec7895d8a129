import { Form, useNavigation } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { formatMoment } from '#app/i18n/format.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

type Steps = {
  status: 'draft' | 'in_review' | 'approved' | 'paid'
  draftedAt: Date
  reviewedAt: Date | null
  approvedAt: Date | null
  paidAt: Date | null
}

/** Who did what with a settlement, and what may be done next: draft → review → a second person approves. */
export function SettlementSteps({
  settlement: { status, draftedAt, reviewedAt, approvedAt, paidAt },
  people,
  mayApprove,
}: {
  settlement: Steps
  people: { draftedBy: string | null; reviewedBy: string | null; approvedBy: string | null }
  /** false for who drafted or reviewed it */
  mayApprove: boolean
}) {
  const t = useMessages(settlementMessages)
  const locale = useLocale()
  const isBusy = useNavigation().state === 'submitting'
  const history = [
    people.draftedBy && t.draftedBy(people.draftedBy, formatMoment(draftedAt, locale)),
    people.reviewedBy && reviewedAt && t.reviewedBy(people.reviewedBy, formatMoment(reviewedAt, locale)),
    people.approvedBy && approvedAt && t.approvedBy(people.approvedBy, formatMoment(approvedAt, locale)),
    paidAt && t.paidOn(formatMoment(paidAt, locale)),
  ].filter((said) => typeof said === 'string')
  return (
    <section className="flex flex-col gap-3 rounded-md border border-rule bg-paper p-4">
      <ol className="flex flex-col gap-1">
        {history.map((said) => (
          <li key={said}>{said}</li>
        ))}
      </ol>
      {status === 'draft' || status === 'in_review' ? (
        <>
          <p className="text-ink-2">{status === 'draft' ? t.reviewText : t.approveText}</p>
          {status === 'in_review' && !mayApprove ? <p className="font-semibold">{t.same_person}</p> : null}
          <Form method="post" className="flex flex-wrap gap-3 print:hidden">
            {status === 'draft' ? (
              <Button name="step" value="review" disabled={isBusy}>
                {t.sendToReview}
              </Button>
            ) : null}
            {status === 'in_review' && mayApprove ? (
              <Button name="step" value="approve" disabled={isBusy}>
                {t.approve}
              </Button>
            ) : null}
            <Button name="step" value="draft" look="plain" disabled={isBusy}>
              {t.draftAgain}
            </Button>
          </Form>
        </>
      ) : null}
    </section>
  )
}

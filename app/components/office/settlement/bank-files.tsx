import { Form } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { formatFen, formatMoment } from '#app/i18n/format.ts'
import { settlementMessages } from '#app/i18n/messages/settlement.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'

type Batch = {
  id: string
  payouts: number
  totalFen: number
  fileHash: string
  createdAt: Date
  answeredBy: string | null
  answeredAt: Date | null
}

const link = 'inline-flex min-h-11 items-center text-indigo underline'

/** The files of a settlement for the bank: made, downloaded, and answered once. */
export function BankFiles({
  settlementId,
  batches,
  waiting,
  refused,
}: {
  settlementId: string
  batches: readonly Batch[]
  /** how many payouts wait for a file */
  waiting: number
  /** the answer that was refused, and why */
  refused: { batchId: string; text: string } | null
}) {
  const t = useMessages(settlementMessages)
  const locale = useLocale()
  if (batches.length === 0 && waiting === 0) return null
  return (
    <section aria-labelledby="files" className="flex flex-col gap-3 print:hidden">
      <h2 id="files" className="text-2xl">
        {t.batches}
      </h2>
      {waiting > 0 ? (
        <Form method="post" className="flex flex-wrap items-center gap-4">
          <p>{t.makeFileText(waiting)}</p>
          <Button name="step" value="file">
            {t.makeFile}
          </Button>
        </Form>
      ) : null}
      {batches.map((batch) => (
        <article
          key={batch.id}
          aria-label={`${t.batch} ${batch.id}`}
          className="flex flex-col gap-2 rounded-md border border-rule bg-paper p-4"
        >
          <p className="flex flex-wrap items-baseline gap-x-4">
            <b>{t.batchOf(batch.payouts, formatFen(batch.totalFen))}</b>
            <span className="text-ink-2">{formatMoment(batch.createdAt, locale)}</span>
            <a href={`/alliance/payout-files/${batch.id}?format=csv`} download className={link}>
              {t.downloadCsv}
            </a>
            <a href={`/alliance/payout-files/${batch.id}?format=xlsx`} download className={link}>
              {t.downloadXlsx}
            </a>
          </p>
          <p className="text-sm break-all text-ink-2">
            {t.fileHash}: {batch.fileHash}
          </p>
          {batch.answeredBy && batch.answeredAt ? (
            <p>{t.answered(batch.answeredBy, formatMoment(batch.answeredAt, locale))}</p>
          ) : (
            <Form
              method="post"
              action={`/alliance/settlements/${settlementId}?answer=${batch.id}`}
              encType="multipart/form-data"
              className="flex max-w-xl flex-col gap-3"
            >
              <Field
                type="file"
                name="answer"
                id={`answer-${batch.id}`}
                label={t.answer}
                hint={t.answerHint}
                accept=".xlsx,.csv"
                required
                error={refused?.batchId === batch.id ? refused.text : undefined}
              />
              <Button className="self-start">{t.importAnswer}</Button>
            </Form>
          )}
        </article>
      ))}
    </section>
  )
}

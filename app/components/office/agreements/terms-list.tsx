import { Form, Link } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { agreementMessages } from '#app/i18n/messages/agreements.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { type NamedTerms, TermsPeople, TermsRatesText, TermsScopeText, TermsSpanText, TermsState } from './terms-text.tsx'

/** What the reader may do about a proposal; why not, in words, where they may not. */
export type TermsActions = { canAgree: boolean; whyNot: 'waitsForProducer' | 'waitsForSecond' | null; isFarm: boolean }

/** Agreements as a table: for whom, the rates, since when, by whom; each proposal with its drawing and its buttons. */
export function TermsList({
  caption,
  rows,
  now,
  actionsOf,
}: {
  caption: string
  rows: readonly NamedTerms[]
  now: number
  actionsOf: (row: NamedTerms) => TermsActions
}) {
  const t = useMessages(agreementMessages)
  const isOpen = rows.some((row) => row.terms.status === 'proposed')
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={(row) => row.terms.id}
      columns={[
        { key: 'scope', title: t.scope, cell: (row) => <TermsScopeText {...row} /> },
        { key: 'rates', title: t.rates, cell: (row) => <TermsRatesText {...row} /> },
        { key: 'from', title: t.from, cell: (row) => <TermsSpanText {...row} /> },
        { key: 'state', title: t.state, cell: (row) => <TermsState {...row} now={now} /> },
        { key: 'who', title: t.who, cell: (row) => <TermsPeople {...row} /> },
        ...(isOpen
          ? [
              {
                key: 'action',
                title: t.action,
                cell: (row: NamedTerms) => (row.terms.status === 'proposed' ? <Actions row={row} actions={actionsOf(row)} /> : null),
              },
            ]
          : []),
      ]}
    />
  )
}

function Actions({ row: { terms }, actions }: { row: NamedTerms; actions: TermsActions }) {
  const t = useMessages(agreementMessages)
  return (
    <div className="flex min-w-36 flex-col items-start gap-2">
      <Link to={`?show=${terms.id}#preview`} className="inline-flex min-h-11 items-center text-indigo underline">
        {t.preview}
      </Link>
      <Form method="post" className="flex flex-wrap gap-2">
        <input type="hidden" name="termsId" value={terms.id} />
        {actions.canAgree ? (
          <Button name="intent" value="agree">
            {t.agree}
          </Button>
        ) : null}
        <Button name="intent" value="withdraw" look="plain">
          {actions.isFarm ? t.decline : t.withdraw}
        </Button>
      </Form>
      {actions.whyNot ? <span className="text-ink-2">{t[actions.whyNot]}</span> : null}
    </div>
  )
}

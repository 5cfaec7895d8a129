import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { MoneyField } from '#app/components/office/ledger/money-field.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { SelectField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { fundsDirections } from '#app/domain/ledger/post-funds-moved.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatFen } from '#app/i18n/format.ts'
import { fundsMessages } from '#app/i18n/messages/funds.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { FundsSchema, problemsOf } from '#app/schemas/office-money.ts'
import { type MoveFundsRefusal, moveFunds } from '#app/services/ledger/move-funds.server.ts'
import { findCover } from '#db/queries/ordering/cover.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => fundsMessages[locale].title)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { processor, bank } = await findCover(db().reader)
  const places = [
    { place: 'processor' as const, ...processor },
    { place: 'bank' as const, ...bank, inTransitFen: 0 },
  ]
  return { places, recorded: new URL(request.url).searchParams.has('recorded') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const typed = typedIn(await request.formData())
  const parsed = FundsSchema.safeParse(typed)
  if (!parsed.success) return data({ typed, problems: problemsOf(parsed.error), refused: null }, { status: 400 })
  const moved = await moveFunds(db(), { ...parsed.data, userId, now: now() })
  return moved.ok ? redirect('/alliance/ledger/funds?recorded') : data({ typed, problems: {}, refused: moved.refusal }, { status: 409 })
}

const sayRefusal = (refusal: MoveFundsRefusal, t: (typeof fundsMessages)['en']) =>
  refusal.code === 'cover_short' ? t.cover_short(formatFen(refusal.shortFen)) : t[refusal.code]

export default function Funds() {
  const { places, recorded } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(fundsMessages)
  const said = { typed: answer?.typed ?? {}, problems: answer?.problems ?? {} }
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.title}</h1>
        <p className="text-ink-2">{t.lead}</p>
      </header>
      {answer ? (
        <Notice tone="bad" title={answer.refused ? t.refusedTitle : t.problemsTitle}>
          {answer.refused ? sayRefusal(answer.refused, t) : null}
        </Notice>
      ) : null}
      {recorded && !answer ? <Notice tone="good" title={t.recorded} /> : null}
      <Panel id="cover" title={t.cover}>
        <DataTable
          caption={t.cover}
          rows={places}
          rowKey={({ place }) => place}
          columns={[
            { key: 'place', title: t.place, cell: ({ place }) => <span className="block min-w-36">{t[place]}</span> },
            { key: 'available', title: t.available, numeric: true, cell: (row) => formatFen(row.availableFen) },
            { key: 'refunds', title: t.refunds, numeric: true, cell: (row) => formatFen(row.refundsFen) },
            { key: 'transit', title: t.inTransit, numeric: true, cell: (row) => formatFen(row.inTransitFen) },
            {
              key: 'left',
              title: t.left,
              numeric: true,
              cell: (row) => <strong>{formatFen(row.availableFen - row.refundsFen - row.inTransitFen)}</strong>,
            },
          ]}
        />
      </Panel>
      <Panel id="move" title={t.move} lead={t.moveLead}>
        <Form method="post" noValidate className="flex flex-col gap-4">
          <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
            <SelectField label={t.direction} name="direction" defaultValue={said.typed.direction}>
              {fundsDirections.map((direction) => (
                <option key={direction} value={direction}>
                  {t[direction]}
                </option>
              ))}
            </SelectField>
            <MoneyField said={said} name="reference" label={t.reference} hint={t.referenceHint} />
            <MoneyField said={said} name="amountFen" label={t.amount} isAmount />
          </div>
          <Button type="submit" className="self-start">
            {t.record}
          </Button>
        </Form>
      </Panel>
    </>
  )
}

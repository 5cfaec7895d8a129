import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BrandExceptions } from '#app/components/office/brands/brand-exceptions.tsx'
import { DockExceptions } from '#app/components/office/dock/dock-exceptions.tsx'
import { MoneyExceptions } from '#app/components/office/ledger/money-exceptions.tsx'
import { WaveExceptions } from '#app/components/office/waves/wave-exceptions.tsx'
import { WaveTable } from '#app/components/office/waves/wave-table.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { addDays, businessDay } from '#app/domain/business-day.ts'
import { parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatFen } from '#app/i18n/format.ts'
import { allianceMessages } from '#app/i18n/messages/alliance.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { confirmTransfer } from '#app/services/ordering/confirm-transfer.server.ts'
import { findDoubted } from '#db/queries/brands/origins.server.ts'
import { findEndingLicences } from '#db/queries/catalog/licence-writes.server.ts'
import { findRefusedWords } from '#db/queries/delivery/refused-words.server.ts'
import { findWaves } from '#db/queries/delivery/waves.server.ts'
import { countMissing, findHandoversUnderWay } from '#db/queries/first-mile/arrivals.server.ts'
import * as office from '#db/queries/office.server.ts'
import { findLatePayments, findPaidLater } from '#db/queries/payments/payments.server.ts'
import { findProposedReversals } from '#db/queries/settlement/reversals.server.ts'
import { findDockTroubles } from './find-dock-troubles.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => allianceMessages[locale].controlRoom)

/** What happened longer ago is history, not an exception. */
const lookBackDays = 7
const lookAheadDays = 6
/** A licence's renewal takes an inspection. */
const renewDays = 30
/** Farms have packed two hours before the cut-off. */
const nearMs = 2 * 3600_000

const Received = z.coerce.number().int().positive().nullable().catch(null)
const Change = z.object({ orderId: IdSchema })

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { reader } = db()
  const at = now()
  const today = businessDay(at)
  const fromOn = addDays(today, -lookBackDays)
  const [overdue, stranded, leftBehind, unpacked, latePayments, paidLater, failedJobs, coming] = await Promise.all([
    office.findOverdueWaves(reader, at),
    office.findStrandedDrops(reader, fromOn),
    office.findLeftBehind(reader, fromOn),
    office.findUnpackedNearCutoff(reader, { fromOn, by: new Date(at.getTime() + nearMs) }),
    findLatePayments(reader),
    findPaidLater(reader),
    office.findFailedJobs(reader),
    findWaves(reader, { fromOn: today, untilOn: addDays(today, lookAheadDays) }),
  ])
  const [handovers, missing, refused, reversals, ending, doubted] = await Promise.all([
    findHandoversUnderWay(reader, { fromOn }),
    countMissing(reader, { fromOn }),
    findRefusedWords(reader, { fromOn }),
    findProposedReversals(reader),
    findEndingLicences(reader, { today, byOn: addDays(today, renewDays) }),
    findDoubted(reader),
  ])
  // a wrong code is put right at the door, by the right one or by another proof
  const refusedWords = refused.filter(({ isSeen, refusal }) => !isSeen && refusal !== 'wrong_code')
  const receivedFen = Received.parse(new URL(request.url).searchParams.get('received'))
  return {
    waves: { overdue, stranded, refusedWords, leftBehind, unpacked },
    money: { reversals, latePayments, paidLater, failedJobs },
    dock: { ...findDockTroubles(handovers, at), missing },
    brands: { ending, doubts: doubted.filter(({ status }) => status === 'listed').length },
    coming,
    receivedFen,
  }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { orderId } = parseParams(Object.fromEntries(await request.formData()), Change)
  const confirmed = await confirmTransfer(db(), { orderId, userId, now: now() })
  if (!confirmed.ok) return data({ refusal: confirmed.refusal }, { status: 409 })
  return redirect(`/alliance?received=${confirmed.value.amountFen}`)
}

export default function ControlRoom() {
  const { waves, money, dock, brands, coming, receivedFen } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  const t = useMessages(allianceMessages)
  const lists = [...Object.values(waves), ...Object.values(money), dock.tooWarm, dock.different, dock.late, brands.ending]
  const isQuiet = dock.missing === 0 && brands.doubts === 0 && lists.every((exceptions) => exceptions.length === 0)
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <h1 className="text-3xl">{t.controlRoom}</h1>
        <p className="text-ink-2">{t.controlLead}</p>
      </header>
      {refusal ? <Notice tone="bad" title={t.owesNothing} /> : null}
      {receivedFen !== null && !refusal ? <Notice tone="good" title={t.transferNoted(formatFen(receivedFen))} /> : null}
      <section aria-labelledby="exceptions" className="flex flex-col gap-4">
        <h2 id="exceptions" className="text-2xl">
          {t.exceptions}
        </h2>
        {isQuiet ? <Notice tone="good" title={t.nothingWrong} /> : null}
        <WaveExceptions {...waves} />
        <DockExceptions {...dock} />
        <MoneyExceptions {...money} />
        <BrandExceptions {...brands} />
      </section>
      <section aria-labelledby="coming" className="flex flex-col gap-4">
        <h2 id="coming" className="text-2xl">
          {t.comingWaves}
        </h2>
        <WaveTable caption={t.comingWaves} waves={coming} />
      </section>
    </>
  )
}

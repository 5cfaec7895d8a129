import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ExpectedWave } from '#app/components/office/wanting/expected-wave.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { wantingMessages } from '#app/i18n/messages/wanting.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { expectBoxes } from '#app/services/wanting/expect-boxes.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => wantingMessages[locale].expectedTitle)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  return { waves: await expectBoxes(db().reader, { farmId: null, now: now() }) }
}

export default function ExpectedSubscriptions() {
  const t = useMessages(wantingMessages)
  const { waves } = useLoaderData<typeof loader>()
  return (
    <>
      <header className="flex flex-col items-start gap-2">
        <h1 className="text-3xl">{t.expectedTitle}</h1>
        <p className="text-ink-2">{t.expectedLead}</p>
      </header>
      {waves.length === 0 ? <Empty>{t.expectedNone}</Empty> : waves.map((wave) => <ExpectedWave key={wave.waveId} wave={wave} isOffice />)}
    </>
  )
}

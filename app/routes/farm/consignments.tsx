import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FarmConsignmentList } from '#app/components/office/farm/consignment-list.tsx'
import { FarmPickList } from '#app/components/office/farm/pick-list.tsx'
import { FarmWaveChoice } from '#app/components/office/farm/wave-choice.tsx'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { groupBy } from '#app/domain/group-by.ts'
import { found } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { afterSalesMessages } from '#app/i18n/messages/after-sales.ts'
import { farmMessages } from '#app/i18n/messages/farm.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { readPackedIds, readPackedLines, WaveSearchSchema } from '#app/schemas/consignment.ts'
import { type PackRefusal, packConsignments } from '#app/services/ordering/pack-consignments.server.ts'
import { findShortPicks } from '#db/queries/farm/short-picks.server.ts'
import { findConsignmentContents, findConsignments, findPicking, findWavesAtWork, findWavesOfFarm } from '#db/queries/farm/work.server.ts'
import { showAsItIs } from './show-as-it-is.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmMessages[locale].consignmentsTitle)

const wavesShown = 24
const searchOf = (request: Request) => WaveSearchSchema.parse(Object.fromEntries(new URL(request.url).searchParams))

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { wave: asked, packed, short } = searchOf(request)
  const { reader } = db()
  const [atWork, latest] = await Promise.all([findWavesAtWork(reader, { farmId }), findWavesOfFarm(reader, { farmId, limit: wavesShown })])
  const waves = [...atWork, ...latest.filter(({ id }) => !atWork.some((wave) => wave.id === id))]
  const waveId = asked ?? (atWork.find(({ toPack }) => toPack > 0) ?? atWork[0] ?? waves[0])?.id
  if (waveId === undefined) return { waves: [], waveId: null, packed: null, short: null, picking: [], consignments: [] }
  const [consignments, contents, picking, shortPicks] = await Promise.all([
    findConsignments(reader, { farmId, waveId }),
    findConsignmentContents(reader, { farmId, waveId }),
    findPicking(reader, { farmId, waveIds: [waveId] }),
    findShortPicks(reader, { farmId, waveId }),
  ])
  found(consignments[0])
  const shortOf = new Map(shortPicks.map((line) => [line.lineId, line]))
  const told = contents.map((line) => ({ ...line, short: shortOf.get(line.lineId) ?? null }))
  const contentsOf = groupBy(told, ({ consignmentId }) => consignmentId)
  return {
    waves,
    waveId,
    packed,
    short,
    picking,
    consignments: consignments.map((one) => ({ ...one, contents: contentsOf.get(one.id) ?? [] })),
  }
}

export const shouldRevalidate = showAsItIs

export async function action({ request }: ActionFunctionArgs) {
  const { farmId, userId } = await requireFarm(request)
  const { wave } = searchOf(request)
  const form = await request.formData()
  const consignmentIds = readPackedIds(form)
  const typed = typedIn(form)
  if (consignmentIds.length === 0) return data({ refusal: { code: 'nothing_chosen' } as const, typed }, { status: 400 })
  const packed = readPackedLines(form)
  if (packed === null) return data({ refusal: { code: 'packed_unreadable' } as const, typed }, { status: 400 })
  const result = await packConsignments(db(), { farmId, userId, consignmentIds, packed, now: now() })
  if (!result.ok) return data({ refusal: result.refusal, typed }, { status: result.refusal.code === 'not_found' ? 404 : 409 })
  const said = { packed: String(result.value.packed.length), short: String(result.value.short) }
  throw redirect(`/farm/consignments?${new URLSearchParams({ ...(wave ? { wave } : {}), ...said })}`)
}

const typedIn = (form: FormData): Record<string, string> =>
  Object.fromEntries([...form].flatMap(([name, typed]) => (typeof typed === 'string' && name.includes(':') ? [[name, typed]] : [])))

type Refusal = PackRefusal | { code: 'nothing_chosen' } | { code: 'packed_unreadable' }
type Texts = (typeof farmMessages)['en'] & Pick<(typeof afterSalesMessages)['en'], 'overOrdered' | 'packedUnreadable'>

const refusalText = {
  nothing_chosen: (t) => t.nothingChosen,
  not_found: (t) => t.packNotFound,
  cancelled: (t, refusal) => t.packCancelled('aliases' in refusal ? refusal.aliases.join(', ') : ''),
  packed_unreadable: (t) => t.packedUnreadable,
  over_ordered: (t) => t.overOrdered,
} satisfies Record<Refusal['code'], (t: Texts, refusal: Refusal) => string>

export default function Consignments() {
  const t = useMessages(farmMessages)
  const short = useMessages(afterSalesMessages)
  const { waves, waveId, packed, short: shortCount, picking, consignments } = useLoaderData<typeof loader>()
  const { refusal, typed = {} } = useActionData<typeof action>() ?? {}
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.consignmentsTitle}</h1>
        <p className="text-ink-2 print:hidden">{t.consignmentsLead}</p>
      </header>
      {refusal ? <Notice tone="bad">{refusalText[refusal.code]({ ...t, ...short }, refusal)}</Notice> : null}
      {!refusal && packed !== null ? (
        <Notice tone="good">
          {packed > 0 ? t.packedNow(packed) : t.packedBefore} {shortCount ? short.shortNow(shortCount) : ''}
        </Notice>
      ) : null}
      {waveId === null ? (
        <Empty
          action={
            <ButtonLink to="/farm/shop" look="plain">
              {t.toShop}
            </ButtonLink>
          }
        >
          {t.noConsignments}
        </Empty>
      ) : (
        <>
          <FarmWaveChoice waves={waves} chosen={waveId} />
          {picking.length > 0 ? (
            <section aria-labelledby="pick-list" className="rounded-md border border-rule bg-paper px-4 py-3">
              <h2 id="pick-list" className="text-xl">
                {t.pickList}
              </h2>
              <p className="text-sm text-ink-2">{t.pickLeft}</p>
              <FarmPickList picking={picking} />
            </section>
          ) : null}
          <FarmConsignmentList waveId={waveId} consignments={consignments} typed={typed} />
        </>
      )}
    </>
  )
}

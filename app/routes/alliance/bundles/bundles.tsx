import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { BundleTable } from '#app/components/office/bundles/bundle-table.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { bundleMessages } from '#app/i18n/messages/bundles.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { moveBundle } from '#app/services/bundles/move-bundle.server.ts'
import { createBundle } from '#app/services/bundles/save-bundle.server.ts'
import { findBundles } from '#db/queries/bundles/bundle-desk.server.ts'
import { type BundleAnswer, BundleEditor } from './bundle-editor.tsx'
import { partChoices, readBundle } from './read-bundle.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => bundleMessages[locale].title)

const Done = z.enum(['saved', 'moved']).nullable().catch(null)
const KeySchema = z.string().regex(/^[a-z0-9-]{4,40}$/)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const [rows, choices] = await Promise.all([findBundles(db().reader, businessDay(now())), partChoices()])
  const done = Done.parse(new URL(request.url).searchParams.get('done'))
  return { rows, choices, done, formKey: randomUUID().slice(0, 13) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const typed = typedIn(await request.formData())
  const moved = IdSchema.safeParse(typed.takeOff ?? typed.putOn)
  if (moved.success) {
    const to = typed.putOn === undefined ? 'off' : 'listed'
    const answer = await moveBundle(db(), { productId: moved.data, to, userId, now: now() })
    return answer.ok ? redirect('/alliance/bundles?done=moved') : said({ notMoved: true }, 409)
  }
  const key = KeySchema.safeParse(typed.key)
  const read = await readBundle(typed)
  const { preview } = read
  if (!read.ok) return said({ answer: { typed, problems: read.problems, preview } }, 400)
  if (typed.intent !== 'save' || !key.success) return said({ answer: { typed, problems: {}, preview } }, 200)
  const saved = await createBundle(db(), { key: key.data, bundle: read.bundle, userId, now: now() })
  return saved.ok
    ? redirect('/alliance/bundles?done=saved')
    : said({ answer: { typed, problems: { part1: 'unknown_part' }, preview } }, 409)
}

type Said = { notMoved?: boolean; answer?: Omit<BundleAnswer, 'version'> }
const said = ({ notMoved = false, answer }: Said, status: number) =>
  data({ notMoved, answer: answer ? { ...answer, version: now().getTime() } : null }, { status })

export default function Bundles() {
  const { rows, choices, done, formKey } = useLoaderData<typeof loader>()
  const said = useActionData<typeof action>()
  const t = useMessages(bundleMessages)
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.title}</h1>
        <p className="text-ink-2">{t.lead}</p>
      </header>
      {said?.notMoved ? <Notice tone="bad" title={t.notMoved} /> : null}
      {done && !said ? <Notice tone="good" title={t[done]} /> : null}
      <Panel id="list" title={t.list}>
        {rows.length === 0 ? <Empty>{t.none}</Empty> : <BundleTable rows={rows} />}
      </Panel>
      <BundleEditor title={t.compose} choices={choices} formKey={formKey} first={{}} answer={said?.answer ?? undefined} />
    </>
  )
}

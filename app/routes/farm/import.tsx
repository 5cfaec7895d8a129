import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation } from '@remix-run/react'
import { Panel } from '#app/components/office/panel.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { Field } from '#app/components/ui/field.tsx'
import { StatusMark } from '#app/components/ui/status-mark.tsx'
import { readUpload, type UploadRefusal } from '#app/http/read-upload.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { formatMoment } from '#app/i18n/format.ts'
import { farmImportMessages } from '#app/i18n/messages/farm-import.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useLocale, useMessages } from '#app/i18n/use-messages.ts'
import { readProductImport } from '#app/services/catalog/read-product-import.server.ts'
import { findFarmImports } from '#db/queries/farm/imports.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmImportMessages[locale].title)

const maxBytes = 2 * 1024 * 1024
const importsShown = 20

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  return { imports: await findFarmImports(db().reader, { farmId, limit: importsShown }) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const upload = await readUpload(request, { field: 'sheet', maxBytes })
  if (!upload.ok) return data({ refusal: upload.refusal.code }, { status: upload.refusal.code === 'too_large' ? 413 : 400 })
  const read = await readProductImport(db(), { farmId, ...upload.value, now: now() })
  if (!read.ok) return data({ refusal: read.refusal.code }, { status: 422 })
  throw redirect(`/farm/import/${read.value.importId}`)
}

type Texts = (typeof farmImportMessages)['en']

type Refused = Extract<Awaited<ReturnType<typeof readProductImport>>, { ok: false }>

const refusalText = {
  file_missing: (t) => t.fileMissing,
  too_large: (t) => t.too_large,
  not_a_spreadsheet: (t) => t.not_a_spreadsheet,
  empty: (t) => t.empty,
  too_many_rows: (t) => t.too_many_rows,
} satisfies Record<(UploadRefusal | Refused['refusal'])['code'], (t: Texts) => string>

const statusOf = {
  waiting: { tone: 'waiting', text: (t) => t.statusWaiting },
  imported: { tone: 'done', text: (t) => t.statusImported },
  dropped: { tone: 'bad', text: (t) => t.statusDropped },
} as const satisfies Record<string, { tone: string; text: (t: Texts) => string }>

export default function Import() {
  const t = useMessages(farmImportMessages)
  const locale = useLocale()
  const { imports } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  const busy = useNavigation().formMethod === 'POST'
  return (
    <>
      <header className="flex max-w-2xl flex-col gap-2">
        <h1 className="text-3xl">{t.title}</h1>
        <p className="text-ink-2">{t.lead}</p>
      </header>
      <Panel id="template" title={t.template} lead={t.templateHint}>
        <p className="flex flex-wrap gap-x-6">
          <a href="/farm/import/template?format=xlsx" download className="flex min-h-11 items-center text-indigo underline">
            {t.templateXlsx}
          </a>
          <a href="/farm/import/template?format=csv" download className="flex min-h-11 items-center text-indigo underline">
            {t.templateCsv}
          </a>
        </p>
      </Panel>
      <Panel id="upload" title={t.upload}>
        <Form method="post" encType="multipart/form-data" className="flex max-w-xl flex-col gap-4">
          <Field
            type="file"
            name="sheet"
            label={t.file}
            hint={t.fileHint}
            accept=".xlsx,.csv"
            required
            error={refusal ? refusalText[refusal](t) : undefined}
          />
          <Button type="submit" className="self-start" disabled={busy}>
            {t.check}
          </Button>
        </Form>
      </Panel>
      {imports.length > 0 ? (
        <Panel id="earlier" title={t.earlier}>
          <ul className="divide-y divide-rule">
            {imports.map(({ id, filename, status, readAt }) => (
              <li key={id} className="flex flex-wrap items-center gap-x-4">
                <Link to={`/farm/import/${id}`} className="flex min-h-11 items-center break-all text-indigo underline">
                  {filename}
                </Link>
                <span className="text-sm text-ink-2">{formatMoment(readAt, locale)}</span>
                <StatusMark tone={statusOf[status].tone}>{statusOf[status].text(t)}</StatusMark>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
    </>
  )
}

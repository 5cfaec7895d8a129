import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { NetworkMap } from '#app/components/office/network/network-map.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Field, SelectField, TextField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { readGeoJson } from '#app/schemas/geojson-zones.ts'
import { importZones, previewZones, type ZonePreview } from '#app/services/network/import-zones.server.ts'
import { findHubs } from '#db/queries/network/network-desk.server.ts'
import { readGeoJsonForm } from './read-geojson-form.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => networkMessages[locale].import)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  return { hubs: (await findHubs(db().reader)).filter(({ status }) => status === 'open') }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { problem, intent, ...typed } = await readGeoJsonForm(request)
  const version = now().getTime()
  const shown = { ...typed, problem: null, previews: null, version }
  if (problem) return data({ ...shown, problem, of: 'file' as const }, { status: 400 })
  const read = readGeoJson(typed.geojson)
  if (!read.ok) return data({ ...shown, problem: read.problem, of: 'geojson' as const }, { status: 400 })
  const previews = await previewZones(db().reader, read.value)
  if (intent !== 'apply') return data({ ...shown, previews, of: null })
  const answer = await importZones(db(), { drawn: read.value, hubId: typed.hubId, userId, now: now() })
  if (answer.ok) return redirect('/alliance/network?done=imported')
  const { refusal } = answer
  if (refusal.code === 'hub_closed') return data({ ...shown, previews, problem: refusal.code, of: 'hub' as const }, { status: 422 })
  return data({ ...shown, previews: refusal.previews, of: null }, { status: 422 })
}

export default function ImportZones() {
  const { hubs } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(networkMessages)
  const pick = usePick()
  const previews = answer?.previews ?? null
  const isFine = previews?.every(({ refusal }) => refusal === null) === true
  const say = ({ refusal, with: other }: ZonePreview) =>
    refusal === null ? t.fine : refusal === 'overlaps' ? t.overlaps(other ? pick(other.nameZh, other.nameEn) : '') : t[refusal]
  const wrong = (of: 'file' | 'geojson' | 'hub') => (answer?.problem && answer.of === of ? t[answer.problem] : undefined)
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.import}</h1>
        <p className="text-ink-2">{t.importLead}</p>
        <ButtonLink look="plain" to="/alliance/network" className="self-start">
          {t.backToNetwork}
        </ButtonLink>
      </header>
      {answer?.problem ? <Notice key={answer.version} tone="bad" title={t.problemsTitle} /> : null}
      {previews ? (
        <Panel id="preview" title={t.preview}>
          <NetworkMap
            zones={previews.map((zone, index) => ({ ...zone, id: String(index), polygon: zone.corners, status: 'open' }))}
            hubs={hubs}
            points={[]}
          />
          <ul className="flex flex-col gap-2">
            {previews.map((zone) => (
              <li key={`${zone.nameZh} ${zone.corners.join()}`}>
                <b>{pick(zone.nameZh, zone.nameEn)}</b> · {zone.zoneId ? t.willReplace : t.willCreate} ·{' '}
                {t.cornersCount(zone.corners.length)} ·{' '}
                <span className={zone.refusal ? 'font-semibold text-pepper' : ''}>
                  {zone.refusal ? '⚠ ' : '✓ '}
                  {say(zone)}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      ) : null}
      <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <Field
            label={t.geojsonFile}
            name="file"
            type="file"
            accept=".geojson,.json,application/geo+json,application/json"
            hint={t.geojsonFileHint}
            error={wrong('file')}
          />
          <SelectField label={t.importHub} name="hubId" defaultValue={answer?.hubId ?? ''} error={wrong('hub')}>
            {hubs.map(({ id, nameZh, nameEn }) => (
              <option key={id} value={id}>
                {pick(nameZh, nameEn)}
              </option>
            ))}
          </SelectField>
        </div>
        <TextField
          key={answer?.version ?? 0}
          label={t.geojson}
          name="geojson"
          rows={12}
          defaultValue={answer?.geojson ?? ''}
          error={wrong('geojson')}
          className="font-mono text-sm"
        />
        <div className="flex flex-wrap gap-3">
          <Button look={isFine ? 'plain' : 'primary'} name="intent" value="preview">
            {t.preview}
          </Button>
          {isFine ? (
            <Button name="intent" value="apply">
              {t.apply}
            </Button>
          ) : null}
        </div>
      </Form>
    </>
  )
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FarmPanel } from '#app/components/office/farm-panel.tsx'
import { NetworkMap } from '#app/components/office/network-map.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { TextField } from '#app/components/ui/field.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { readGeoJson } from '#app/schemas/geojson-zones.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { importZones, previewZones, type ZonePreview } from '#app/services/network/import-zones.server.ts'
import { findHubs } from '#db/queries/network-desk.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => networkMessages[locale].import)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  return { hubs: await findHubs(db().reader) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { geojson = '', intent } = typedIn(await request.formData())
  const read = readGeoJson(geojson.slice(0, 1_000_000))
  const version = now().getTime()
  if (!read.ok) return data({ geojson, problem: read.problem, previews: null, version }, { status: 400 })
  if (intent !== 'apply') return data({ geojson, problem: null, previews: await previewZones(db().reader, read.value), version })
  const answer = await importZones(db(), { drawn: read.value, userId, now: now() })
  if (answer.ok) return redirect('/alliance/network?done=imported')
  return data({ geojson, problem: null, previews: answer.refusal.previews, version }, { status: 422 })
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
        <FarmPanel id="preview" title={t.preview}>
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
        </FarmPanel>
      ) : null}
      <Form method="post" className="flex flex-col gap-4">
        <TextField
          label={t.geojson}
          name="geojson"
          rows={12}
          defaultValue={answer?.geojson ?? ''}
          error={answer?.problem ? t[answer.problem] : undefined}
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

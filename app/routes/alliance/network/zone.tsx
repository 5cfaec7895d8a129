import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { HubOptions, NetworkChoice, NetworkFields, OpenChoice, WeekdayBoxes } from '#app/components/office/network/network-fields.tsx'
import { NetworkPageHead } from '#app/components/office/network/network-page-head.tsx'
import { ZoneDrawing } from '#app/components/office/network/zone-drawing.tsx'
import { ZoneWaves } from '#app/components/office/network/zone-waves.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { yuanText } from '#app/domain/money/yuan-text.ts'
import { found, parseParams } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { IdSchema } from '#app/schemas/ids.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { RuleForm, readNetworkForm, ZoneForm } from '#app/schemas/network.ts'
import { type SaveRuleRefusal, saveRule } from '#app/services/network/save-rule.server.ts'
import { type SaveZoneRefusal, saveZone } from '#app/services/network/save-zone.server.ts'
import { findHubs, findRulesOf, findWavesAhead, findZones } from '#db/queries/network/network-desk.server.ts'
import { noteOf, refusedForm } from './answer-form.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => networkMessages[locale].zone)
const Params = z.object({ zoneId: IdSchema })
type Code = SaveRuleRefusal['code'] | SaveZoneRefusal['code']

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { zoneId } = parseParams(params, Params)
  const { reader } = db()
  const today = businessDay(now())
  const [zones, hubs] = await Promise.all([findZones(reader), findHubs(reader)])
  const zone = zoneId === 'new' ? null : found(zones.find(({ id }) => id === zoneId))
  const rules = zone ? await findRulesOf(reader, zone.id) : []
  const waves = zone ? await findWavesAhead(reader, { zoneId: zone.id, on: today }) : []
  return {
    zone,
    neighbours: zones.filter(({ id, status }) => id !== zoneId && status === 'open'),
    hubs,
    rules,
    waves,
    today,
    done: noteOf(request),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const { zoneId } = parseParams(params, Params)
  const typed = typedIn(await request.formData())
  if (typed.intent === 'rule') {
    const read = readNetworkForm(typed, RuleForm)
    if (!read.ok) return refusedForm<Code>({ typed, problems: read.problems, form: 'rule' })
    const { dropFee, ...rule } = read.value
    const answer = await saveRule(db(), { zoneId, rule: { ...rule, dropFeeFen: dropFee }, userId, now: now() })
    return answer.ok
      ? redirect(`/alliance/network/zones/${zoneId}?done=saved`)
      : refusedForm<Code>({ typed, refused: answer.refusal.code, form: 'rule' })
  }
  const read = readNetworkForm(typed, ZoneForm)
  if (!read.ok) return refusedForm<Code>({ typed, problems: read.problems, form: 'zone' })
  const { version, ...zone } = read.value
  const answer = await saveZone(db(), { zoneId: zoneId === 'new' ? null : zoneId, version, zone, userId, now: now() })
  if (answer.ok) return redirect(`/alliance/network/zones/${answer.value.zoneId}?done=saved`)
  const { refusal } = answer
  const other = refusal.code === 'overlaps' ? (await findZones(db().reader)).find(({ id }) => id === refusal.zoneId) : undefined
  return refusedForm<Code>({ typed, refused: refusal.code, form: 'zone', named: other && { nameZh: other.nameZh, nameEn: other.nameEn } })
}

export default function Zone() {
  const { zone, neighbours, hubs, rules, waves, today, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(networkMessages)
  const pick = usePick()
  const said = (form: string) => (answer?.form === form ? answer : null)
  const asIs: Record<string, string> = zone
    ? {
        nameZh: zone.nameZh,
        nameEn: zone.nameEn,
        hubId: zone.hubId,
        status: zone.status,
        corners: zone.polygon.map(([lon, lat]) => `${lon}, ${lat}`).join('\n'),
      }
    : { status: 'open' }
  const typed = said('zone')?.typed ?? asIs
  const zoneForm = { id: 'zone', typed, problems: said('zone')?.problems ?? {} }
  const newest = rules[0]
  const usual: Record<string, string> = newest
    ? {
        cutoffDaysBefore: String(newest.cutoffDaysBefore),
        cutoffTime: newest.cutoffTime,
        capacityDrops: String(newest.capacityDrops),
        dropFee: yuanText(newest.dropFeeFen),
        fromOn: today,
      }
    : { cutoffDaysBefore: '1', cutoffTime: '18:00', capacityDrops: '60', dropFee: '7.00', fromOn: today }
  for (const day of newest?.weekdays ?? []) usual[`day-${day}`] = 'on'
  const ruleForm = { id: 'rule', typed: said('rule')?.typed ?? usual, problems: said('rule')?.problems ?? {} }
  const refusal =
    answer?.refused === 'overlaps'
      ? t.overlaps(answer.named ? pick(answer.named.nameZh, answer.named.nameEn) : '')
      : answer?.refused
        ? t[answer.refused]
        : null
  const cornersWrong = answer?.problems.corners ? t.bad_corners : isOfShape(answer?.refused) ? (refusal ?? undefined) : undefined
  return (
    <>
      <NetworkPageHead
        title={zone ? pick(zone.nameZh, zone.nameEn) : t.newZone}
        answer={answer ? { version: answer.version, refusal: refusal } : null}
        done={done && t[done]}
      />
      <Panel id="zone" title={t.zone}>
        <Form key={zone?.version ?? 'new'} method="post" noValidate className="flex flex-col gap-4">
          <input type="hidden" name="intent" value="zone" />
          <input type="hidden" name="version" value={zone?.version ?? 0} />
          <div className="grid items-start gap-4 sm:grid-cols-2">
            <NetworkFields
              {...zoneForm}
              fields={[
                { name: 'nameZh', label: 'nameZh' },
                { name: 'nameEn', label: 'nameEn' },
              ]}
            />
            <NetworkChoice {...zoneForm} name="hubId" label="hub">
              <HubOptions hubs={hubs} />
            </NetworkChoice>
            <OpenChoice {...zoneForm} />
          </div>
          <ZoneDrawing corners={typed.corners ?? ''} neighbours={neighbours} hubs={hubs} error={cornersWrong} />
          <Button className="self-start">{t.save}</Button>
        </Form>
      </Panel>
      {zone ? (
        <Panel id="rules" title={t.rules} lead={t.rulesLead}>
          <ZoneWaves rules={rules} waves={waves} />
          <Form method="post" noValidate className="flex flex-col gap-4">
            <input type="hidden" name="intent" value="rule" />
            <h3 className="text-lg">{t.newRule}</h3>
            <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
              <WeekdayBoxes {...ruleForm} />
              <NetworkFields
                {...ruleForm}
                fields={[
                  { name: 'fromOn', label: 'fromOn', type: 'date' },
                  { name: 'cutoffDaysBefore', label: 'daysBefore', type: 'number' },
                  { name: 'cutoffTime', label: 'cutoffTime' },
                  { name: 'capacityDrops', label: 'capacity', type: 'number' },
                  { name: 'dropFee', label: 'fee', type: 'number' },
                ]}
              />
            </div>
            <Button className="self-start">{t.save}</Button>
          </Form>
        </Panel>
      ) : null}
    </>
  )
}

const isOfShape = (code: string | null | undefined) => code === 'overlaps' || code === 'crosses_itself' || code === 'too_few_corners'

import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { NetworkChoice, NetworkFields, sayDays } from '#app/components/office/network/network-fields.tsx'
import { NetworkMap } from '#app/components/office/network/network-map.tsx'
import { Panel } from '#app/components/office/panel.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { DataTable } from '#app/components/ui/data-table.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import { ruleOn } from '#app/domain/delivery/waves-by-rules.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireOffice } from '#app/http/viewer.server.ts'
import { formatFen } from '#app/i18n/format.ts'
import { networkMessages } from '#app/i18n/messages/network.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'
import { typedIn } from '#app/schemas/listing.ts'
import { CalendarForm, readNetworkForm } from '#app/schemas/network.ts'
import { clearCalendarDay, type SetCalendarRefusal, setCalendarDay } from '#app/services/network/set-calendar-day.server.ts'
import { findRules } from '#db/queries/delivery/wave-calendar.server.ts'
import { findCalendarFrom, findHubs, findPoints, findZones } from '#db/queries/network/network-desk.server.ts'
import { noteOf, refusedForm } from './answer-form.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => networkMessages[locale].title)

export async function loader({ request }: LoaderFunctionArgs) {
  await requireOffice(request)
  const { reader } = db()
  const today = businessDay(now())
  const [hubs, zones, points, rules, calendar] = await Promise.all([
    findHubs(reader),
    findZones(reader),
    findPoints(reader),
    findRules(reader),
    findCalendarFrom(reader, today),
  ])
  return { hubs, zones: zones.map((zone) => ({ ...zone, rule: ruleOn(rules, zone.id, today) })), points, calendar, done: noteOf(request) }
}

export async function action({ request }: ActionFunctionArgs) {
  const { userId } = await requireOffice(request)
  const typed = typedIn(await request.formData())
  const by = { userId, now: now() }
  if (typed.clear !== undefined) {
    const cleared = await clearCalendarDay(db(), typed.clear, by)
    return cleared.ok ? redirect('/alliance/network?done=saved') : refusedForm({ typed: {}, refused: cleared.refusal.code })
  }
  const read = readNetworkForm(typed, CalendarForm)
  if (!read.ok) return refusedForm<SetCalendarRefusal['code']>({ typed, problems: read.problems })
  const { zoneId, ...word } = read.value
  const answer = await setCalendarDay(db(), { ...word, zoneId: zoneId === '' ? null : zoneId }, by)
  return answer.ok ? redirect('/alliance/network?done=saved') : refusedForm({ typed, refused: answer.refusal.code })
}

export default function NetworkOverview() {
  const { hubs, zones, points, calendar, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useMessages(networkMessages)
  const pick = usePick()
  const zoneName = (zoneId: string | null) => {
    const zone = zones.find(({ id }) => id === zoneId)
    return zone ? pick(zone.nameZh, zone.nameEn) : t.allZones
  }
  const hubName = (hubId: string) => {
    const hub = hubs.find(({ id }) => id === hubId)
    return hub ? pick(hub.nameZh, hub.nameEn) : ''
  }
  const form = { id: 'day', typed: answer?.typed ?? {}, problems: answer?.problems ?? {} }
  return (
    <>
      <header className="flex max-w-3xl flex-col gap-2">
        <h1 className="text-3xl">{t.title}</h1>
        <p className="text-ink-2">{t.lead}</p>
        <div className="flex flex-wrap gap-3">
          <ButtonLink to="zones/new">{t.newZone}</ButtonLink>
          <ButtonLink look="plain" to="points/new">
            {t.newPoint}
          </ButtonLink>
          {hubs.map((hub) => (
            <ButtonLink key={hub.id} look="plain" to={`hubs/${hub.id}`}>
              {pick(hub.nameZh, hub.nameEn)}
              {hub.status === 'closed' ? ` (${t.closed})` : ''}
            </ButtonLink>
          ))}
          <ButtonLink look="plain" to="hubs/new">
            {t.newHub}
          </ButtonLink>
          <ButtonLink look="plain" to="fleet">
            {t.fleet}
          </ButtonLink>
          <ButtonLink look="plain" to="questions">
            {t.questions}
          </ButtonLink>
          <ButtonLink look="plain" to="import">
            {t.import}
          </ButtonLink>
        </div>
      </header>
      {answer ? <Notice key={answer.version} tone="bad" title={answer.refused ? t[answer.refused] : t.problemsTitle} /> : null}
      {done && !answer ? <Notice tone="good" title={t[done]} /> : null}
      <Panel id="zones" title={t.zones}>
        <NetworkMap zones={zones} hubs={hubs.filter(({ status }) => status === 'open')} points={points} />
        <DataTable
          caption={t.zones}
          rows={zones}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              title: t.zone,
              cell: (zone) => (
                <Link to={`zones/${zone.id}`} className="inline-flex min-h-11 items-center text-indigo underline">
                  {pick(zone.nameZh, zone.nameEn)}
                </Link>
              ),
            },
            { key: 'hub', title: t.hub, cell: ({ hubId }) => hubName(hubId) },
            { key: 'days', title: t.days, cell: ({ rule }) => (rule ? sayDays(rule.weekdays, t) : t.noRule) },
            { key: 'cutoff', title: t.cutoff, cell: ({ rule }) => (rule ? t.cutoffAt(rule.cutoffDaysBefore, rule.cutoffTime) : '') },
            { key: 'fee', title: t.fee, numeric: true, cell: ({ rule }) => (rule ? formatFen(rule.dropFeeFen) : '') },
            { key: 'capacity', title: t.capacity, numeric: true, cell: ({ rule }) => rule?.capacityDrops ?? '' },
            { key: 'status', title: t.state, cell: ({ status }) => t[status] },
          ]}
        />
      </Panel>
      <Panel id="points" title={t.points}>
        <DataTable
          caption={t.points}
          rows={points}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              title: t.points,
              cell: (point) => (
                <Link to={`points/${point.id}`} className="inline-flex min-h-11 items-center text-indigo underline">
                  {pick(point.nameZh, point.nameEn)}
                </Link>
              ),
            },
            { key: 'zone', title: t.zone, cell: ({ zoneId }) => zoneName(zoneId) },
            { key: 'window', title: t.window, cell: ({ windowFrom, windowTo }) => `${windowFrom}–${windowTo}` },
            { key: 'kept', title: t.kept, numeric: true, cell: ({ capacityOrders }) => capacityOrders },
            { key: 'status', title: t.state, cell: ({ status }) => t[status] },
          ]}
        />
      </Panel>
      <Panel id="calendar" title={t.calendar} lead={t.calendarLead}>
        {calendar.length === 0 ? (
          <Empty>{t.noCalendar}</Empty>
        ) : (
          <DataTable
            caption={t.calendar}
            rows={calendar}
            rowKey={({ id }) => id}
            columns={[
              { key: 'on', title: t.on, cell: ({ on }) => on },
              { key: 'zone', title: t.zone, cell: ({ zoneId }) => zoneName(zoneId) },
              { key: 'kind', title: t.kind, cell: ({ kind, noteZh, noteEn }) => `${t[kind]} ${pick(noteZh, noteEn)}` },
              {
                key: 'clear',
                title: t.action,
                cell: ({ id, on }) => (
                  <Form method="post">
                    <Button look="danger" name="clear" value={id}>
                      {t.clearDay}
                      <span className="sr-only"> {on}</span>
                    </Button>
                  </Form>
                ),
              },
            ]}
          />
        )}
        <Form method="post" noValidate className="flex flex-col gap-4">
          <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
            <NetworkFields {...form} fields={[{ name: 'on', label: 'on', type: 'date' }]} />
            <NetworkChoice {...form} name="kind" label="kind">
              <option value="no_delivery">{t.no_delivery}</option>
              <option value="extra_delivery">{t.extra_delivery}</option>
            </NetworkChoice>
            <NetworkChoice {...form} name="zoneId" label="zone">
              <option value="">{t.allZones}</option>
              {zones.map(({ id }) => (
                <option key={id} value={id}>
                  {zoneName(id)}
                </option>
              ))}
            </NetworkChoice>
            <NetworkFields
              {...form}
              fields={[
                { name: 'noteZh', label: 'noteZh' },
                { name: 'noteEn', label: 'noteEn' },
              ]}
            />
          </div>
          <Button className="self-start">{t.addDay}</Button>
        </Form>
      </Panel>
    </>
  )
}

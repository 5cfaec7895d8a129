import { randomUUID } from 'node:crypto'
import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { FarmListingFields } from '#app/components/office/farm/listing-fields.tsx'
import { FarmListingFilter } from '#app/components/office/farm/listing-filter.tsx'
import { FarmRefusedCells, FarmSavedCells } from '#app/components/office/farm/saved-cells.tsx'
import { Pager } from '#app/components/office/pager.tsx'
import { Button, ButtonLink } from '#app/components/ui/button.tsx'
import { Empty } from '#app/components/ui/empty.tsx'
import { Notice } from '#app/components/ui/notice.tsx'
import { businessDay } from '#app/domain/business-day.ts'
import type { ListingChange } from '#app/domain/catalog/listing-change.ts'
import { notFound } from '#app/http/parse.server.ts'
import { db, now } from '#app/http/runtime.server.ts'
import { requireFarm } from '#app/http/viewer.server.ts'
import { farmListingsMessages } from '#app/i18n/messages/farm-listings.ts'
import { pageTitle } from '#app/i18n/page-title.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { ListingSearchSchema, readListingCells, readShelfMoves, SaveKeySchema, typedIn } from '#app/schemas/listing.ts'
import { editListings, undoListingSave } from '#app/services/catalog/edit-listings.server.ts'
import { findListingSave } from '#db/queries/farm/listing-writes.server.ts'
import { findChangeNames, findFarmListings } from '#db/queries/farm/listings.server.ts'
import { showAsItIs } from './show-as-it-is.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, (locale) => farmListingsMessages[locale].title)

const searchOf = (request: Request) => ListingSearchSchema.parse(Object.fromEntries(new URL(request.url).searchParams))

export async function loader({ request }: LoaderFunctionArgs) {
  const { farmId } = await requireFarm(request)
  const { show, page, saved } = searchOf(request)
  const { reader } = db()
  const today = businessDay(now())
  const [shelf, changes] = await Promise.all([
    findFarmListings(reader, { farmId, filter: show, page, today }),
    saved === null ? null : findListingSave(reader, { farmId, saveKey: saved }),
  ])
  return {
    ...shelf,
    show,
    page,
    today,
    saveKey: randomUUID(),
    saved: saved === null ? null : { key: saved, changes: await named(farmId, changes ?? []) },
  }
}

export const shouldRevalidate = showAsItIs

export async function action({ request }: ActionFunctionArgs) {
  const { farmId, userId } = await requireFarm(request)
  const form = await request.formData()
  const saveKey = SaveKeySchema.catch(() => randomUUID()).parse(form.get('saveKey'))
  const edit = { farmId, userId, saveKey, now: now() }
  const intent = form.get('intent')

  if (intent === 'undo') {
    const savedKey = SaveKeySchema.safeParse(form.get('savedKey'))
    const undone = savedKey.success ? await undoListingSave(db(), { ...edit, savedKey: savedKey.data }) : null
    if (!undone?.ok) throw notFound()
    return await answer(request, undone.value, { farmId, typed: {} })
  }
  const { changes, problems } = readListingCells(form)
  const typed = typedIn(form)
  if (Object.keys(problems).length > 0) return data({ problems, typed, saved: null, refused: [] }, { status: 400 })
  const moves = intent === 'off' || intent === 'listed' ? readShelfMoves(form, intent) : []
  return await answer(request, await editListings(db(), { ...edit, changes: [...changes, ...moves] }), { farmId, typed })
}

type Asked = { farmId: string; typed: Record<string, string> }

/** Everything saved: on to the list, which shows what. Something refused: here, with the rest of it. */
async function answer(request: Request, edited: Awaited<ReturnType<typeof editListings>>, { farmId, typed }: Asked) {
  if (edited.refused.length === 0) {
    const { show, page } = searchOf(request)
    throw redirect(`/farm/listings?${new URLSearchParams({ show, page: String(page), saved: edited.key })}`)
  }
  const [changes, refused] = await Promise.all([
    named(farmId, edited.saved),
    named(
      farmId,
      edited.refused.map(({ change }) => change),
    ),
  ])
  const saved = changes.length === 0 ? null : { key: edited.key, changes }
  const refusals = refused.map((change, index) => ({ ...change, refusal: edited.refused[index]!.refusal }))
  return data({ problems: {}, typed, saved, refused: refusals }, { status: 409 })
}

/** The changes with the names of what they belong to. */
async function named(farmId: string, changes: readonly ListingChange[]) {
  const names = await findChangeNames(db().reader, { farmId, ids: changes.map(({ id }) => id) })
  return changes.map((change) => ({ change, name: names.get(change.id) ?? null }))
}

/** Three side by side on a phone, so that the bar leaves the list in sight. */
const barButton = 'max-md:flex-1 max-md:px-2 max-md:text-sm max-md:leading-tight'

export default function Listings() {
  const t = useMessages(farmListingsMessages)
  const { listings, hasNext, show, page, today, saveKey, saved } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const problems = answered?.problems ?? {}
  const report = answered ? answered.saved : saved
  return (
    <>
      <header className="flex flex-wrap items-end justify-between gap-4">
        <div className="flex max-w-2xl flex-col gap-2">
          <h1 className="text-3xl">{t.title}</h1>
          <p className="text-ink-2">{t.lead}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <ButtonLink to="/farm/listings/new">{t.newListing}</ButtonLink>
          <ButtonLink to="/farm/import" look="plain">
            {t.importSheet}
          </ButtonLink>
        </div>
      </header>
      {Object.keys(problems).length > 0 ? <Notice tone="bad">{t.malformedTitle}</Notice> : null}
      {answered && answered.refused.length > 0 ? <FarmRefusedCells refused={answered.refused} /> : null}
      {report ? <FarmSavedCells saved={report} saveKey={saveKey} /> : null}
      <FarmListingFilter show={show} />
      {listings.length === 0 ? (
        <Empty action={<ButtonLink to="/farm/listings/new">{t.newListing}</ButtonLink>}>{show === 'all' ? t.empty : t.emptyFilter}</Empty>
      ) : (
        <Form method="post" className="flex flex-col gap-4">
          <input type="hidden" name="saveKey" value={saveKey} />
          <ul className="flex flex-col gap-4">
            {listings.map((listing) => (
              <FarmListingFields key={listing.id} listing={listing} today={today} problems={problems} typed={answered?.typed ?? {}} />
            ))}
          </ul>
          <div className="sticky bottom-0 -mx-4 flex items-center gap-2 border-t border-rule bg-paper px-4 py-3">
            <Button type="submit" name="intent" value="save" className={barButton}>
              {t.save}
            </Button>
            <Button type="submit" name="intent" value="off" look="plain" className={barButton}>
              {t.takeOff}
            </Button>
            <Button type="submit" name="intent" value="listed" look="plain" className={barButton}>
              {t.putBack}
            </Button>
            <p className="hidden text-sm text-ink-2 md:block">{t.alsoSaves}</p>
          </div>
        </Form>
      )}
      <Pager page={page} hasNext={hasNext} />
    </>
  )
}

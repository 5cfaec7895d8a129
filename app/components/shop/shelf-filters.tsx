import { Form, useSubmit } from '@remix-run/react'
import { Button } from '#app/components/ui/button.tsx'
import { type ShelfSort, shelfSorts } from '#app/domain/catalog/shelf-sorts.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import type { ShelfState } from './shelf-path.ts'

type Filters = { path: string; search: ShelfState; farms: readonly { slug: string; name: string }[] }

const select = 'min-h-11 w-full min-w-0 rounded-sm border border-control bg-paper px-2'

/** Farm, order and season, as a form whose answer is a URL. A choice is applied at once with JavaScript, by the button without. */
export function ShelfFilters({ path, search, farms }: Filters) {
  const t = useMessages(shopMessages)
  const submit = useSubmit()
  const sortNames: Record<ShelfSort, string> = {
    best: search.q ? t.sortMatch : t.sortBest,
    harvest: t.sortHarvest,
    unit: t.sortUnit,
    price: t.sortPrice,
  }
  return (
    <Form
      key={JSON.stringify(search)}
      action={path}
      aria-label={t.filters}
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
      className="grid grid-cols-2 items-center gap-x-3 gap-y-1 sm:flex"
    >
      {search.q ? <input type="hidden" name="q" value={search.q} /> : null}
      {search.category ? <input type="hidden" name="category" value={search.category} /> : null}
      <select name="farm" defaultValue={search.farm ?? ''} aria-label={t.producer} className={`${select} sm:w-48`}>
        <option value="">{t.anyFarm}</option>
        {farms.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
      <select name="sort" defaultValue={search.sort} aria-label={t.sort} className={`${select} sm:w-52`}>
        {shelfSorts.map((sort) => (
          <option key={sort} value={sort}>
            {sortNames[sort]}
          </option>
        ))}
      </select>
      <label className="flex min-h-11 items-center gap-2">
        <input type="checkbox" name="season" value="now" defaultChecked={search.season === 'now'} className="size-5 accent-leaf" />
        {t.inSeasonOnly}
      </label>
      <noscript>
        <Button type="submit" look="plain">
          {t.apply}
        </Button>
      </noscript>
    </Form>
  )
}

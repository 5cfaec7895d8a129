import { Form, useSubmit } from '@remix-run/react'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { type ShelfSort, shelfSorts } from '#app/domain/catalog/shelf-sorts.ts'
import { chosenFacets, type manyFacets, type ShelfState, type ShownCounts } from '#app/domain/finding/shelf-state.ts'
import { findingMessages } from '#app/i18n/messages/finding.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { useFacetNames } from './use-facet-names.ts'

type Panel = { path: string; search: ShelfState; counts: ShownCounts }

const groups = ['farm', 'price', 'mark', 'storage', 'kind'] as const satisfies readonly (typeof manyFacets)[number][]

/** Order and wishes, as a form whose answer is a URL. A choice is applied at once with JavaScript, by the button without. */
export function FacetPanel({ path, search, counts }: Panel) {
  const t = useMessages(findingMessages)
  const shop = useMessages(shopMessages)
  const nameOf = useFacetNames(counts.farm)
  const submit = useSubmit()
  const form = useRef<HTMLFormElement>(null)
  // The address says what is chosen: a chip taken away or a step back shows in the boxes, and the focus stays where it is.
  useEffect(() => {
    if (search) form.current?.reset()
  }, [search])
  const chosen = chosenFacets(path, search).length
  const sortNames: Record<ShelfSort, string> = {
    best: search.q ? shop.sortMatch : shop.sortBest,
    newest: t.sortNewest,
    harvest: shop.sortHarvest,
    unit: shop.sortUnit,
    price: shop.sortPrice,
  }
  const sorts = search.q ? shelfSorts : shelfSorts.filter((sort) => sort !== 'newest' || search.sort === 'newest')
  return (
    <Form
      ref={form}
      action={path}
      aria-label={t.filters}
      onChange={(event) => submit(event.currentTarget, { preventScrollReset: true })}
      className="flex flex-row flex-wrap items-start gap-x-3 gap-y-1 sm:gap-x-4"
    >
      {search.q ? <input type="hidden" name="q" value={search.q} /> : null}
      {search.category ? <input type="hidden" name="category" value={search.category} /> : null}
      <select
        key={search.sort}
        name="sort"
        defaultValue={search.sort}
        aria-label={t.sort}
        className="min-h-11 min-w-36 flex-1 rounded-sm border border-control bg-paper px-2 sm:w-52 sm:flex-none"
      >
        {sorts.map((sort) => (
          <option key={sort} value={sort}>
            {sortNames[sort]}
          </option>
        ))}
      </select>
      <details className="min-w-28 flex-1 rounded-sm border border-control bg-paper open:basis-full sm:min-w-40 sm:flex-none">
        <summary className="flex min-h-11 cursor-pointer items-center px-3 font-semibold">
          {chosen > 0 ? t.filtersChosen(chosen) : t.filters}
        </summary>
        <div className="grid gap-x-6 gap-y-3 border-t border-rule p-3 sm:grid-cols-2 lg:grid-cols-5">
          {groups.map((facet) =>
            counts[facet].length > 0 ? (
              <Group key={facet} title={t[facet]}>
                {counts[facet].map(({ value, count }) => (
                  <Box
                    key={value}
                    name={facet}
                    value={value}
                    label={nameOf(facet, value)}
                    count={count}
                    isChosen={(search[facet] as readonly string[]).includes(value)}
                  />
                ))}
              </Group>
            ) : null,
          )}
        </div>
      </details>
      <div className="flex flex-wrap gap-x-2 text-sm sm:gap-x-4 sm:text-base">
        <Box name="season" value="now" label={t.season} count={counts.season} isChosen={search.season === 'now'} />
        <Box name="stock" value="yes" label={t.stock} count={counts.stock} isChosen={search.stock === 'yes'} />
      </div>
      <noscript>
        <Button type="submit" look="plain">
          {shop.apply}
        </Button>
      </noscript>
    </Form>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-semibold text-ink-2">{title}</legend>
      {children}
    </fieldset>
  )
}

type BoxProps = { name: string; value: string; label: string; count: number; isChosen: boolean }

function Box({ name, value, label, count, isChosen }: BoxProps) {
  return (
    <label className="flex min-h-11 items-center gap-2">
      <input type="checkbox" name={name} value={value} defaultChecked={isChosen} className="size-5 shrink-0 accent-leaf" />
      <span className="min-w-0">{label}</span>
      <span className="shrink-0 text-sm text-ink-2">{count}</span>
    </label>
  )
}

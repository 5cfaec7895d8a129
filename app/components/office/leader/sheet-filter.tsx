import { Button } from '#app/components/ui/button.tsx'
import { Field, SelectField } from '#app/components/ui/field.tsx'
import { CATEGORY_WORDS } from '#app/domain/catalog/product-sheet-words.ts'
import { leaderMessages } from '#app/i18n/messages/leader.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'

const categories = Object.keys(CATEGORY_WORDS) as (keyof typeof CATEGORY_WORDS)[]

/** Which rows are shown. It is part of the form, and its button the first: Enter filters and keeps what is filled in. */
export function LeaderSheetFilter({ filter, isEmpty }: { filter: { q: string; category: string | null }; isEmpty: boolean }) {
  const t = useMessages(leaderMessages)
  const names = useMessages(shopMessages)
  const isFiltered = filter.q !== '' || filter.category !== null
  return (
    <div className="flex flex-col gap-2">
      <div key={`${filter.q} ${filter.category}`} className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_12rem_auto_auto]">
        <Field label={t.find} name="q" type="search" defaultValue={filter.q} placeholder={t.findHint} maxLength={60} autoComplete="off" />
        <SelectField label={t.category} name="category" defaultValue={filter.category ?? ''}>
          <option value="">{t.allCategories}</option>
          {categories.map((category) => (
            <option key={category} value={category}>
              {names[category]}
            </option>
          ))}
        </SelectField>
        <Button type="submit" name="intent" value="filter" look="plain">
          {t.showRows}
        </Button>
        {isFiltered ? (
          <Button type="submit" name="intent" value="show-all" look="quiet">
            {t.showAll}
          </Button>
        ) : null}
      </div>
      <p className="text-sm text-ink-2">{isEmpty ? t.nothingMatches : t.filterKeeps}</p>
    </div>
  )
}

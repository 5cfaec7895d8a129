import { Link } from '@remix-run/react'
import { classNames } from '#app/components/ui/class-names.ts'
import { CATEGORY_WORDS, type Category } from '#app/domain/catalog/product-sheet-words.ts'
import { shopMessages } from '#app/i18n/messages/shop.ts'
import { useMessages } from '#app/i18n/use-messages.ts'
import { CategoryGlyph } from './category-glyph.tsx'

export const shelfCategories = Object.keys(CATEGORY_WORDS) as Category[]

type Row = { current: Category | null; counts: Record<string, number>; linkTo: (category: Category | null) => string }

/** The categories as a strip of glyphs, words and how many there are; `linkTo(null)` is everything. It scrolls sideways on a phone. */
export function CategoryRow({ current, counts, linkTo }: Row) {
  const t = useMessages(shopMessages)
  const tab = (isCurrent: boolean) =>
    classNames(
      'flex min-h-11 items-center gap-1.5 border-b-4 px-3 whitespace-nowrap no-underline',
      isCurrent ? 'border-ink font-semibold' : 'border-transparent',
    )
  return (
    <nav aria-label={t.category} className="-mx-4 flex overflow-x-auto border-b border-rule px-1 sm:mx-0">
      <Link to={linkTo(null)} aria-current={current === null ? 'page' : undefined} className={tab(current === null)}>
        {t.everything}
      </Link>
      {shelfCategories.map((category) => (
        <Link
          key={category}
          to={linkTo(category)}
          aria-current={current === category ? 'page' : undefined}
          className={tab(current === category)}
        >
          <CategoryGlyph category={category} size={22} />
          {t[category]}
          <span className="text-xs font-normal text-ink-2">{counts[category] ?? 0}</span>
        </Link>
      ))}
    </nav>
  )
}

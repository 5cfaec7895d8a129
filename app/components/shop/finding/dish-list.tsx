import { Link } from '@remix-run/react'
import { cookingMessages } from '#app/i18n/messages/cooking.ts'
import { useMessages, usePick } from '#app/i18n/use-messages.ts'

export type ListedDish = { key: string; zh: string; en: string; missing: readonly { slug: string; zh: string; en: string }[] }

/** Dishes, each with what it still lacks: a link to the product that brings it. */
export function DishList({ title, dishes }: { title: string; dishes: readonly ListedDish[] }) {
  const t = useMessages(cookingMessages)
  const pick = usePick()
  if (dishes.length === 0) return null
  return (
    <section className="further-down">
      <h2 className="text-2xl">{title}</h2>
      <p className="text-sm text-ink-2">{t.atHome}</p>
      <ul className="mt-3 overflow-hidden rounded-md border-2 border-ink bg-paper">
        {dishes.map(({ key, zh, en, missing }) => (
          <li key={key} className="-mb-px flex min-h-11 flex-wrap items-center gap-x-3 border-b border-rule px-4 py-1">
            <span className="basis-full pt-2 font-semibold sm:basis-auto sm:pt-0">{pick(zh, en)}</span>
            {missing.length === 0 ? <span className="text-leaf">✓ {t.complete}</span> : <span className="text-ink-2">{t.missing}</span>}
            {missing.map((crop) => (
              <Link key={crop.slug} to={`/products/${crop.slug}`} className="flex min-h-11 min-w-11 items-center text-indigo">
                {pick(crop.zh, crop.en)}
              </Link>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

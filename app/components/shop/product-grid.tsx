import type { ProductCard as Card } from '#app/domain/catalog/product-card.ts'
import { ProductCard } from './product-card.tsx'

/** Cards as a printed sheet: one dark contour around, hairlines between. `eager` pictures load at once, the rest when scrolled to. */
export function ProductGrid({ cards, eager = 0 }: { cards: readonly Card[]; eager?: number }) {
  return (
    <ul className="grid grid-cols-2 overflow-hidden rounded-md border-2 border-ink bg-paper md:grid-cols-3 lg:grid-cols-4">
      {cards.map((card, i) => (
        <ProductCard key={card.slug} card={card} eager={i < eager} />
      ))}
    </ul>
  )
}

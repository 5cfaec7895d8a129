import { index, type RouteConfigEntry, route } from '@remix-run/route-config'

/** A group-buy leader's back office. The layout is a frame; every page asks for itself who is there. */
export const leaderRoutes: RouteConfigEntry[] = [
  route('leader', 'routes/leader/layout.tsx', [
    index('routes/leader/overview.tsx'),
    route('order', 'routes/leader/order.tsx'),
    route('orders/:orderId', 'routes/leader/placed-order.tsx'),
    route('statement', 'routes/leader/statement.tsx'),
    route('settlements', 'routes/leader/settlements.tsx'),
    route('settlements/:settlementId', 'routes/leader/settlement.tsx'),
    route('payout-account', 'routes/leader/payout-account.tsx'),
    route('books', 'routes/leader/books.tsx'),
    route('share', 'routes/leader/share.tsx'),
  ]),
  route('leader/settlements/:settlementId/file', 'routes/leader/settlement-file.ts'),
  route('leader/share/poster.png', 'routes/leader/share-poster.ts'),
  route('leader/statement/:file', 'routes/leader/statement-file.ts'),
]

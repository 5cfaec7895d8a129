import { index, type RouteConfigEntry, route } from '@remix-run/route-config'

/** The alliance's office. The layout is a frame; every page asks for itself who is there. */
export const allianceRoutes: RouteConfigEntry[] = [
  route('alliance', 'routes/alliance/layout.tsx', [
    index('routes/alliance/control-room.tsx'),
    route('waves', 'routes/alliance/waves.tsx'),
    route('waves/:waveId', 'routes/alliance/wave.tsx'),
    route('orders', 'routes/alliance/orders.tsx'),
    route('refunds', 'routes/alliance/refunds.tsx'),
    route('refunds/new', 'routes/alliance/new-refund.tsx'),
    route('refunds/:refundId', 'routes/alliance/refund.tsx'),
    route('disputes', 'routes/alliance/disputes.tsx'),
    route('members', 'routes/alliance/members.tsx'),
    route('buyers', 'routes/alliance/buyers.tsx'),
    route('buyers/:leaderId', 'routes/alliance/buyer.tsx'),
    route('settlements', 'routes/alliance/settlements.tsx'),
    route('settlements/:settlementId', 'routes/alliance/settlement.tsx'),
    route('books', 'routes/alliance/books.tsx'),
    route('ledger', 'routes/alliance/ledger.tsx'),
    route('ledger/accounts/:accountId', 'routes/alliance/account.tsx'),
    route('ledger/postings/:postingKey', 'routes/alliance/posting.tsx'),
    route('ledger/funds', 'routes/alliance/funds.tsx'),
    route('ledger/periods', 'routes/alliance/periods.tsx'),
    route('ledger/seals', 'routes/alliance/seals.tsx'),
    route('agreements', 'routes/alliance/agreements.tsx'),
    route('agreements/new', 'routes/alliance/new-agreement.tsx'),
    route('promotions', 'routes/alliance/promotions.tsx'),
    route('reserve', 'routes/alliance/reserve.tsx'),
    route('surplus', 'routes/alliance/surplus.tsx'),
    route('audit', 'routes/alliance/audit.tsx'),
  ]),
  route('alliance/payout-files/:batchId', 'routes/alliance/payout-file.ts'),
]

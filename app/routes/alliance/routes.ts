import { index, type RouteConfigEntry, route } from '@remix-run/route-config'

/** The alliance's office. The layout is a frame; every page asks for itself who is there. */
export const allianceRoutes: RouteConfigEntry[] = [
  route('alliance', 'routes/alliance/layout.tsx', [
    index('routes/alliance/control-room.tsx'),
    route('waves', 'routes/alliance/waves.tsx'),
    route('waves/:waveId', 'routes/alliance/wave.tsx'),
    route('orders', 'routes/alliance/orders.tsx'),
    route('members', 'routes/alliance/members.tsx'),
    route('ledger', 'routes/alliance/ledger.tsx'),
    route('ledger/accounts/:accountId', 'routes/alliance/account.tsx'),
    route('ledger/postings/:postingKey', 'routes/alliance/posting.tsx'),
    route('ledger/periods', 'routes/alliance/periods.tsx'),
    route('ledger/seals', 'routes/alliance/seals.tsx'),
    route('audit', 'routes/alliance/audit.tsx'),
  ]),
]

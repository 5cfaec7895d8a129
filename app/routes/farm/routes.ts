import { index, type RouteConfigEntry, route } from '@remix-run/route-config'

/** A farm's back office. The layout is a frame; every page asks for itself who is there. */
export const farmRoutes: RouteConfigEntry[] = [
  route('farm', 'routes/farm/layout.tsx', [
    index('routes/farm/today.tsx'),
    route('consignments', 'routes/farm/consignments.tsx'),
    route('consignments/labels', 'routes/farm/labels.tsx'),
    route('handover', 'routes/farm/handover.tsx'),
    route('listings', 'routes/farm/listings.tsx'),
    route('listings/new', 'routes/farm/new-listing.tsx'),
    route('listings/:productId', 'routes/farm/listing.tsx'),
    route('listings/:productId/pictures', 'routes/farm/product-pictures.tsx'),
    route('import', 'routes/farm/import.tsx'),
    route('import/:importId', 'routes/farm/import-review.tsx'),
    route('distribution', 'routes/farm/distribution.tsx'),
    route('statement', 'routes/farm/statement.tsx'),
    route('delivery', 'routes/farm/delivery.tsx'),
    route('delivery/:waveId', 'routes/farm/delivery-wave.tsx'),
    route('settlements', 'routes/farm/settlements.tsx'),
    route('settlements/:settlementId', 'routes/farm/settlement.tsx'),
    route('payout-account', 'routes/farm/payout-account.tsx'),
    route('books', 'routes/farm/books.tsx'),
    route('agreements', 'routes/farm/agreements.tsx'),
    route('shop', 'routes/farm/shop.tsx'),
    route('reviews', 'routes/farm/reviews.tsx'),
    route('customers', 'routes/farm/customers.tsx'),
  ]),
  route('farm/import/template', 'routes/farm/import-template.ts'),
  route('farm/settlements/:settlementId/file', 'routes/farm/settlement-file.ts'),
  route('farm/statement/download', 'routes/farm/statement-download.ts'),
  route('farm/shop/qr.svg', 'routes/farm/shop-qr.ts'),
]

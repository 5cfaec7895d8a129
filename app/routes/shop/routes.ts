import { index, layout, type RouteConfigEntry, route } from '@remix-run/route-config'

/** The public shop. Everything under the layout knows the reader's basket. */
export const shopRoutes: RouteConfigEntry[] = [
  layout('routes/shop/layout.tsx', [
    index('routes/shop/home.tsx'),
    route('products', 'routes/shop/products.tsx'),
    route('products/:slug', 'routes/shop/product.tsx'),
    route('farms', 'routes/shop/farms.tsx'),
    route('f/:slug', 'routes/shop/farm-shop.tsx'),
    route('f/:slug/products', 'routes/shop/farm-products.tsx'),
    route('f/:slug/about', 'routes/shop/farm-about.tsx'),
    route('basket', 'routes/shop/basket.tsx'),
    route('checkout', 'routes/shop/checkout.tsx'),
    route('orders/:orderId', 'routes/shop/order.tsx'),
    route('orders/:orderId/reviews', 'routes/shop/review-order.tsx'),
    route('orders/:orderId/receipt', 'routes/shop/order-receipt.tsx'),
    route('orders/:orderId/invoice', 'routes/shop/order-invoice.tsx'),
    route('orders/:orderId/again', 'routes/shop/order-again.tsx'),
    route('orders/:orderId/change', 'routes/shop/change-order.tsx'),
    route('adopt', 'routes/shop/adopt.tsx'),
    route('seasons', 'routes/shop/seasons.tsx'),
    route('standard', 'routes/shop/standard.tsx'),
    route('policies', 'routes/shop/policies.tsx'),
    route('*', 'routes/shop/no-such-page.tsx'),
  ]),
  route('hand-over', 'routes/shop/hand-over.ts'),
  route('orders/:orderId/live', 'routes/shop/order-live.ts'),
]

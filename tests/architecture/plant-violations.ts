/** One import that each rule of `.dependency-cruiser.mjs` must refuse: rule, the file that imports, what it imports. */
export const violations: readonly (readonly [rule: string, from: string, to: string])[] = [
  ['no-circular', 'app/domain/circle/back.ts', 'app/domain/circle/there.ts'],
  ['domain-is-pure', 'app/domain/ledger/read-clock.ts', 'node:os'],
  ['domain-is-pure', 'app/domain/ledger/read-rows.ts', 'db/queries/delivery/waves.server.ts'],
  ['domain-money', 'app/domain/money/price-first.ts', 'app/domain/pricing/price-order.ts'],
  ['domain-commission', 'app/domain/commission/post-first.ts', 'app/domain/ledger/posting.ts'],
  ['domain-delivery', 'app/domain/delivery/price-first.ts', 'app/domain/pricing/price-order.ts'],
  ['domain-catalog', 'app/domain/catalog/price-first.ts', 'app/domain/pricing/price-order.ts'],
  ['domain-pricing', 'app/domain/pricing/route-first.ts', 'app/domain/routing/plan-order.ts'],
  ['domain-routing', 'app/domain/routing/post-first.ts', 'app/domain/ledger/posting.ts'],
  ['domain-ordering', 'app/domain/ordering/post-first.ts', 'app/domain/ledger/posting.ts'],
  ['domain-ledger', 'app/domain/ledger/settle-first.ts', 'app/domain/settlement/settle.ts'],
  ['i18n', 'app/i18n/format-fen.ts', 'app/domain/money/fen.ts'],
  ['schemas', 'app/schemas/check-stock.ts', 'db/queries/delivery/waves.server.ts'],
  ['components', 'app/components/ui/load-waves.tsx', 'db/queries/delivery/waves.server.ts'],
  ['db', 'db/queries/place-order.server.ts', 'app/services/ordering/place-order.server.ts'],
  ['integrations', 'app/integrations/stripe/confirm-order.server.ts', 'app/services/ordering/place-order.server.ts'],
  ['services', 'app/services/ordering/write-rows.server.ts', 'db/schema/ordering.ts'],
  ['services', 'app/services/ordering/draw-page.server.ts', 'app/components/ui/button.tsx'],
  ['demo', 'app/services/demo/write-rows.server.ts', 'db/schema/ordering.ts'],
  ['nobody-leans-on-the-demo', 'app/services/ordering/borrow-demo.server.ts', 'app/services/demo/seed-demo.server.ts'],
  ['jobs', 'app/jobs/write-rows.server.ts', 'db/schema/ordering.ts'],
  ['http', 'app/http/know-a-page.server.ts', 'app/routes/shop/home.tsx'],
  ['routes', 'app/routes/shop/write-rows.tsx', 'db/client.server.ts'],
  ['routes', 'app/routes/shop/call-stripe.tsx', 'app/integrations/stripe/processor.ts'],
  ['inside-knows-no-http', 'app/services/ordering/redirect.server.ts', 'node_modules/@remix-run/node/index.js'],
  ['inside-knows-no-http', 'db/queries/render.server.ts', 'node_modules/react/index.js'],
  ['no-zod-in-the-browser', 'app/components/ui/parse-field.tsx', 'node_modules/zod/index.js'],
  ['back-offices-are-strangers', 'app/routes/leader/peek.tsx', 'app/routes/shop/home.tsx'],
  ['farms-see-no-customers', 'app/routes/farm/who-bought.tsx', 'db/queries/customers/order-page.server.ts'],
  ['farms-see-no-customers', 'db/queries/farm/orders.server.ts', 'db/queries/customers/customer-account.server.ts'],
  ['production-knows-no-tests', 'app/services/ordering/borrow-a-world.server.ts', 'tests/support/open-world.ts'],
  ['no-nameless-drawers', 'app/domain/ledger/tidy.ts', 'app/domain/ledger/posting-utils.ts'],
]

/** Files of a small tree in which every violation is committed once, by path. */
export function plantViolations(): Map<string, string> {
  const files = new Map<string, string>([
    ['package.json', JSON.stringify({ type: 'module', dependencies: { react: '1', zod: '1', '@remix-run/node': '1' } })],
    ['tsconfig.json', '{ "compilerOptions": { "allowImportingTsExtensions": true, "noEmit": true } }'],
    ['app/domain/circle/there.ts', "import './back.ts'\n"],
  ])
  for (const [, from, to] of violations) {
    if (!to.startsWith('node:') && !files.has(to)) files.set(to, 'export {}\n')
    const up = '../'.repeat(from.split('/').length - 1)
    const name = to.startsWith('node_modules/')
      ? to.slice('node_modules/'.length, -'/index.js'.length)
      : to.startsWith('node:')
        ? to
        : up + to
    files.set(from, `import '${name}'\n`)
  }
  for (const name of ['@remix-run/node', 'react', 'zod']) {
    files.set(`node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }))
  }
  return files
}

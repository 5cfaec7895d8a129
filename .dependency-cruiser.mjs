const tests = '[.]test[.]tsx?$|^tests/'

/** A package by its name, wherever it resolves to. */
const packages = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`

/** `from` may import itself, `may` and packages; every other room of the house is closed to it. */
const room = (name, from, may, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from, pathNot: tests },
  to: { path: '^(app|db|scripts|tests)/|^server[.]ts$', pathNot: [from, ...may, tests] },
})

/** Each knows those before it and none after: fen are reckoned from nothing, the ledger from everything. */
const domainOrder = ['money', 'commission', 'delivery', 'catalog', 'pricing', 'routing', 'ordering', 'ledger', 'settlement']

const oneWayInTheDomain = domainOrder.slice(0, -1).map((folder, place) => ({
  name: `domain-${folder}`,
  severity: 'error',
  comment: domainOrder.join(' <- '),
  from: { path: `^app/domain/${folder}/`, pathNot: tests },
  to: { path: `^app/domain/(${domainOrder.slice(place + 1).join('|')})/` },
}))

/** Queries that read who bought: names, phones, addresses. */
const customerQueries = '^db/queries/(customers/|account/|ordering/(placement|confirmation)[.])'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'The domain imports itself only: no npm package, no node core, no database.',
      from: { path: '^app/domain/', pathNot: tests },
      to: { pathNot: '^app/domain/' },
    },
    ...oneWayInTheDomain,
    room('i18n', '^app/i18n/', [], 'Messages and formats know nothing but themselves.'),
    room('schemas', '^app/schemas/', ['^app/domain/'], 'Parsers know the domain they produce and nothing else.'),
    room('components', '^app/components/', ['^app/(domain|i18n)/'], 'Components get props; they never load.'),
    room('db', '^db/', ['^app/domain/'], 'The database layer speaks rows and domain types.'),
    room(
      'integrations',
      '^app/integrations/',
      ['^app/domain/', '^db/(connection|client|new-id|dialect)', '^db/schema/identity[.]ts$'],
      'Third parties behind interfaces. Only identity keeps tables of its own.',
    ),
    room(
      'services',
      '^app/services/(?!demo/)',
      ['^app/(domain|schemas|services|integrations|i18n)/', '^db/(client|connection|new-id|prepared|chunks-of|queries/)'],
      'One use case in one transaction; tables stay behind the queries.',
    ),
    room(
      'demo',
      '^app/services/demo/',
      ['^app/(domain|schemas|services|integrations|i18n)/', '^db/(client|connection|new-id|prepared|chunks-of|queries/|seed/)'],
      'The demo alliance is a service too, and the only one that reads the seeds.',
    ),
    {
      name: 'nobody-leans-on-the-demo',
      severity: 'error',
      from: { path: '^(app|db)/', pathNot: ['^app/services/demo/', tests] },
      to: { path: '^app/services/demo/' },
    },
    room(
      'jobs',
      '^app/jobs/',
      ['^app/(domain|services|integrations|i18n)/', '^db/(client|connection|queries/)'],
      'A job decides when; a service decides what.',
    ),
    room(
      'http',
      '^app/http/',
      ['^app/(domain|schemas|services|integrations|i18n)/', '^db/(client|dialect|queries/)'],
      'What surrounds every request; it knows no single page.',
    ),
    room(
      'routes',
      '^app/routes/',
      ['^app/(domain|schemas|services|components|i18n|http)/', '^db/queries/'],
      'Loaders read through queries; tables, the writer and third parties stay behind services.',
    ),
    {
      name: 'inside-knows-no-http',
      severity: 'error',
      comment:
        'Domain, services, integrations, jobs and the database never see Request, Response or React. The sandbox is itself a web server.',
      from: { path: '^(app/(services|integrations|jobs|schemas)|db)/', pathNot: ['^app/integrations/stripe/sandbox/', tests] },
      to: { path: packages('@remix-run', 'react', 'react-dom', 'express') },
    },
    {
      name: 'no-zod-in-the-browser',
      severity: 'error',
      comment: 'Zod costs 38 KB: forms are validated on the server.',
      from: { path: '^app/(components|domain|i18n)/', pathNot: tests },
      to: { path: packages('zod', '@conform-to/zod') },
    },
    {
      name: 'back-offices-are-strangers',
      severity: 'error',
      from: { path: '^app/routes/([^/]+)/' },
      to: { path: '^app/routes/', pathNot: '^app/routes/$1/' },
    },
    {
      name: 'farms-see-no-customers',
      severity: 'error',
      comment: 'Demand is shared, customers are not (S0): no farm-side screen, service or query reads who bought.',
      from: {
        path: ['^app/routes/farm/', '^app/services/farm/', '^db/queries/farm/'],
        pathNot: tests,
      },
      to: { path: customerQueries },
    },
    {
      name: 'production-knows-no-tests',
      severity: 'error',
      from: { path: '^(app|db|scripts)/|^server[.]ts$', pathNot: tests },
      to: { path: tests },
    },
    {
      name: 'no-nameless-drawers',
      severity: 'error',
      comment: 'A file is named by what it decides: no utils, helpers, manager or misc.',
      from: {},
      to: { path: '[/-](util|utils|helper|helpers|manager|managers|misc)[/.]', pathNot: 'node_modules/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}

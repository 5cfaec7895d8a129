import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { buildShop } from './setup/build-shop.mjs'
import { installPackages } from './setup/install-packages.mjs'
import { requireNode } from './setup/require-node.mjs'
import { requirePort } from './setup/require-port.mjs'
import { root, runNode } from './setup/run-command.mjs'
import { orExplain, Stop, say } from './setup/say.mjs'

/** `npm start`: installs, builds, migrates, seeds the demo alliance and serves the shop. Each step only when it is needed. */
await orExplain(async () => {
  requireNode()
  process.chdir(root)
  process.env.NODE_ENV ??= 'production'
  process.env.PORT ??= '3000'
  await requirePort(Number(process.env.PORT))
  await installPackages()
  await buildShop()
  const seeded = await runNode(['--import', 'tsx', 'scripts/seed.ts'])
  if (seeded.code !== 0) throw new Stop(`The database could not be prepared: the reason is above. DATABASE_URL is ${databaseName()}.`)
  // npm and the terminal may both pass on one Ctrl-C: the server stops gracefully at the first.
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => {})
  await import(pathToFileURL(path.join(root, 'build/server/index.js')).href)
  say(`\nCommonfield is open at ${process.env.PUBLIC_URL ?? `http://localhost:${process.env.PORT}`} (stop it with Ctrl-C).`)
})

/** Where the data lives, without the password. */
function databaseName() {
  const url = process.env.DATABASE_URL
  return url ? url.replace(/:[^:@/]*@/, ':…@') : 'file:./data/commonfield.db (the default)'
}

import { businessDay } from '#app/domain/business-day.ts'
import { followWords } from '#app/services/catalog/follow-words.server.ts'
import { demoPassword } from '#app/services/demo/seed-accounts.server.ts'
import { seedDemo } from '#app/services/demo/seed-demo.server.ts'
import { databaseUrl, openDatabase } from '#db/client.server.ts'
import { migrate } from '#db/migrate.server.ts'
import { countDemo } from '#db/queries/demo/counts.server.ts'
import { buyers, enterprise, staff } from '#db/seed/data/people.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)
const started = performance.now()

await migrate()
const db = openDatabase()
const now = new Date()
try {
  await followWords(db, { now })
  const written = await seedDemo(db, { today: businessDay(now), now, say: (progress) => say(`  ${progress}`) })
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  say(
    `${written ? 'The demo alliance is ready' : 'The demo alliance was there already'} (${seconds} s, ${new URL(databaseUrl()).protocol}).`,
  )
  for (const [what, count] of Object.entries(await countDemo(db.reader))) say(`  ${what}: ${count}`)
  say(`Sign in with the password ${demoPassword}:`)
  for (const { role, email, name } of staff) say(`  ${role.padEnd(8)}${email}  ${name}`)
  for (const { email } of buyers) say(`  ${'buyer'.padEnd(8)}${email}`)
  say(`  ${'leader'.padEnd(8)}${enterprise.email}  ${enterprise.contact}`)
} finally {
  await db.close()
}

import { verifyLedger } from '#app/services/ledger/verify-ledger.server.ts'
import { databaseUrl, openDatabase } from '#db/client.server.ts'

/** `npm run ledger:verify`: OK with what was checked, or every difference and exit code 1. */
const say = (line: string) => process.stdout.write(`${line}\n`)
const db = openDatabase()
try {
  const { counts, differences } = await verifyLedger(db.reader)
  const checked = Object.entries(counts)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ')
  if (differences.length === 0) say(`OK: ${checked} (${new URL(databaseUrl()).protocol})`)
  for (const { check, subject, kept, reckoned } of differences) say(`DIFFERS ${check} ${subject}: kept ${kept}, reckoned ${reckoned}`)
  if (differences.length > 0) {
    say(`${differences.length} differences in ${checked}`)
    process.exitCode = 1
  }
} finally {
  await db.close()
}

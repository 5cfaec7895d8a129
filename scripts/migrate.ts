import { migrate } from '#db/migrate.server.ts'

await migrate()
process.stdout.write('The database is at the newest schema.\n')

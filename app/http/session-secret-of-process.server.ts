import { dialect } from '#db/dialect/index.ts'
import { dataFolder } from './data-folder.server.ts'
import { keptSecret } from './kept-secret.server.ts'
import { sessionSecret } from './session-secret.server.ts'

/** What this process signs with: the operator's, or the one kept beside the embedded database. */
export const secretOfSessions = (): string =>
  sessionSecret({
    given: process.env.BETTER_AUTH_SECRET,
    mustBeGiven: process.env.NODE_ENV === 'production' && dialect === 'postgres',
    kept: () => keptSecret(dataFolder(), 'session-secret'),
  })

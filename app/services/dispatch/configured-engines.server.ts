import { osrmTable } from '#app/integrations/osrm/osrm-table.server.ts'
import type { TravelTable } from '#app/integrations/osrm/travel-table.ts'
import type { OutsidePlanner } from '#app/integrations/vroom/outside-planner.ts'
import { vroomPlanner } from '#app/integrations/vroom/vroom-planner.server.ts'

/** Who is asked besides ourselves: nobody, unless an address says so. */
export type Engines = { table: TravelTable | null; planner: OutsidePlanner | null }

/** `OSRM_URL`: a route engine's table instead of estimated legs. `VROOM_URL`: a VROOM server that plans instead of our planner. */
export function configuredEngines({ OSRM_URL, VROOM_URL }: NodeJS.ProcessEnv = process.env): Engines {
  return { table: OSRM_URL ? osrmTable(OSRM_URL) : null, planner: VROOM_URL ? vroomPlanner(VROOM_URL) : null }
}

import { index, type RouteConfigEntry, route } from '@remix-run/route-config'

/** What a driver sees on the road. The layout is a frame; every page asks for itself who is there. */
export const courierRoutes: RouteConfigEntry[] = [
  route('courier', 'routes/courier/layout.tsx', [index('routes/courier/runs.tsx'), route('runs/:runId', 'routes/courier/run.tsx')]),
  route('courier/runs/:runId/sheet', 'routes/courier/run-sheet.tsx'),
  route('courier/runs/:runId/proofs', 'routes/courier/run-proofs.ts'),
  route('courier/runs/:runId/events', 'routes/courier/run-events.ts'),
]

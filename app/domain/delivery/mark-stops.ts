/** A stop of a run on the drawing: `position` is its place in the run, from 1. */
export type StopOnMap = { readonly run: number; readonly position: number; readonly x: number; readonly y: number }

/** One mark for stops of a run that lie on one another, moved aside where another mark is in the way. */
export type StopMark = { run: number; label: string; x: number; y: number; positions: number[] }

/**
 * The marks of a map: stops of one run nearer than `nearBy` share a mark, and no two marks are nearer than that.
 * Every stop is in exactly one mark, and a mark's label reads its positions: `1–3, 7`.
 */
export function markStops(stops: readonly StopOnMap[], nearBy: number): StopMark[] {
  const groups: StopMark[] = []
  for (const { run, position, x, y } of stops) {
    const group = groups.find((mark) => mark.run === run && Math.hypot(mark.x - x, mark.y - y) < nearBy)
    if (group) group.positions.push(position)
    else groups.push({ run, label: '', x, y, positions: [position] })
  }
  const placed: StopMark[] = []
  for (const group of groups) placed.push({ ...group, ...freeSpot(group, placed, nearBy), label: spans(group.positions) })
  return placed
}

/** The spot itself, or the first free one on rings of six, twelve, eighteen … about it. */
function freeSpot({ x, y }: { x: number; y: number }, placed: readonly StopMark[], nearBy: number): { x: number; y: number } {
  const isFree = (spot: { x: number; y: number }) => placed.every((mark) => Math.hypot(mark.x - spot.x, mark.y - spot.y) >= nearBy)
  if (isFree({ x, y })) return { x, y }
  for (let ring = 1; ; ring++) {
    const spots = 6 * ring
    for (let index = 0; index < spots; index++) {
      const turn = (2 * Math.PI * index) / spots
      const spot = { x: toTenth(x + ring * nearBy * Math.cos(turn)), y: toTenth(y + ring * nearBy * Math.sin(turn)) }
      if (isFree(spot)) return spot
    }
  }
}

/** 1, 2, 3, 7 → `1–3, 7`. */
function spans(positions: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const position of [...positions].sort((a, b) => a - b)) {
    const last = runs.at(-1)
    if (last && last.to + 1 === position) last.to = position
    else runs.push({ from: position, to: position })
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}

const toTenth = (value: number) => Math.round(value * 10) / 10

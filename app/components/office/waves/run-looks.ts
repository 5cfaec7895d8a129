/** How a run is told apart on the map and in its legend: a colour, a dash and the shape of its stops; never colour alone. */
export type RunLook = { stroke: string; dash: string; corner: number }

const looks: readonly [RunLook, ...RunLook[]] = [
  { stroke: 'stroke-leaf', dash: '', corner: 9 },
  { stroke: 'stroke-indigo', dash: '9 4', corner: 0 },
  { stroke: 'stroke-pepper', dash: '2 4', corner: 9 },
  { stroke: 'stroke-ink-2', dash: '12 4 2 4', corner: 0 },
]

/** @param number the run's number in its wave, from 1; after four runs the looks begin again */
export const lookOfRun = (number: number): RunLook => looks[(number - 1) % looks.length] ?? looks[0]

/** A published instance: places in the order of the file, the depot first. `windows` is null where the family has none. */
export type Instance = {
  readonly name: string
  readonly capacity: number
  readonly places: readonly { x: number; y: number; demand: number }[]
  readonly windows: readonly { from: number; until: number; service: number }[] | null
}

/** CVRPLIB `.vrp` (with TIME_WINDOW_SECTION: Gehring and Homberger's as published there) or Solomon's `.txt`. @throws when it is neither */
export function readInstance(text: string): Instance {
  const instance = /NODE_COORD_SECTION/.test(text) ? readVrp(text) : readSolomon(text)
  if (instance.places.length < 2 || !(instance.capacity > 0)) throw new Error('this is neither a CVRPLIB nor a Solomon file')
  return instance
}

const numbersOf = (line: string) => line.trim().split(/\s+/).map(Number)

function readSolomon(text: string): Instance {
  const lines = text.split(/\r?\n/)
  const [, capacity = 0] = numbersOf(lines[lines.findIndex((line) => /^\s*NUMBER\s+CAPACITY/.test(line)) + 1] ?? '')
  const rows = lines
    .slice(lines.findIndex((line) => /^\s*CUST/.test(line)) + 1)
    .map(numbersOf)
    .filter((row) => row.length === 7)
  return {
    name: (lines[0] ?? '').trim(),
    capacity,
    places: rows.map(([, x = 0, y = 0, demand = 0]) => ({ x, y, demand })),
    windows: rows.map(([, , , , from = 0, until = 0, service = 0]) => ({ from, until, service })),
  }
}

function readVrp(text: string): Instance {
  const header = (key: string) => new RegExp(`^\\s*${key}\\s*:\\s*(.+?)\\s*$`, 'm').exec(text)?.[1]
  const section = (name: string) => {
    const [, body = ''] = text.split(`${name}_SECTION`)
    const rows = body.split(/\r?\n/).slice(1)
    const end = rows.findIndex((row) => /[A-Z]/.test(row))
    return rows
      .slice(0, end < 0 ? rows.length : end)
      .filter((row) => row.trim())
      .map(numbersOf)
  }
  if (header('EDGE_WEIGHT_TYPE') !== 'EUC_2D') throw new Error('only EUC_2D distances are read')
  const demands = new Map(section('DEMAND').map(([node, demand = 0]) => [node, demand]))
  const times = new Map(section('TIME_WINDOW').map(([node, from = 0, until = 0]) => [node, { from, until }]))
  const depot = section('DEPOT')[0]?.[0]
  const service = Number(header('SERVICE_TIME') ?? 0)
  const nodes = section('NODE_COORD').sort(([a = 0], [b = 0]) => Number(b === depot) - Number(a === depot) || a - b)
  return {
    name: header('NAME') ?? '',
    capacity: Number(header('CAPACITY')),
    places: nodes.map(([node, x = 0, y = 0]) => ({ x, y, demand: demands.get(node) ?? 0 })),
    windows:
      times.size === 0 ? null : nodes.map(([node]) => ({ from: 0, until: 0, ...times.get(node), service: node === depot ? 0 : service })),
  }
}

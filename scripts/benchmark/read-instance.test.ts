import { expect, test } from 'vitest'
import { searchRuns } from '../../app/domain/delivery/string-removal/search-runs.ts'
import { checkAnswer } from './check-answer.ts'
import { legOf, poseInstance } from './pose-instance.ts'
import { readInstance } from './read-instance.ts'

const cvrp = `NAME : tiny
TYPE : CVRP
DIMENSION : 4
EDGE_WEIGHT_TYPE : EUC_2D
CAPACITY : 5
NODE_COORD_SECTION
1 0 0
2 0 3
3 4 0
4 1 1
DEMAND_SECTION
1 0
2 3
3 3
4 2
DEPOT_SECTION
1
-1
EOF
`

const solomon = `T1

VEHICLE
NUMBER     CAPACITY
  25         10

CUSTOMER
CUST NO.  XCOORD.   YCOORD.    DEMAND   READY TIME  DUE DATE   SERVICE   TIME

    0      0         0          0          0       100          0
    1      0         1.5        4         10        20          5
    2      1         1          4         60        70          5
`

test('a CVRPLIB file gives its places with the depot first, no windows, and legs rounded to whole numbers', () => {
  const instance = readInstance(cvrp)
  expect(instance).toMatchObject({ name: 'tiny', capacity: 5, windows: null })
  expect(instance.places.map(({ demand }) => demand)).toEqual([0, 3, 3, 2])
  expect([legOf(instance, 1, 2), legOf(instance, 0, 3)]).toEqual([5, 1])
})

test('a Solomon file gives windows and service, and legs in tenths, truncated', () => {
  const instance = readInstance(solomon)
  expect(instance).toMatchObject({ name: 'T1', capacity: 10 })
  expect(instance.windows?.[2]).toEqual({ from: 60, until: 70, service: 5 })
  expect([legOf(instance, 0, 1), legOf(instance, 1, 2)]).toEqual([15, 11])
})

test('CVRPLIB’s own form of windows is read like Solomon’s', () => {
  const timed = cvrp
    .replace('DEPOT_SECTION', 'TIME_WINDOW_SECTION\n1 0 90\n2 10 20\n3 30 40\n4 50 60\nDEPOT_SECTION')
    .replace('CAPACITY : 5', 'CAPACITY : 5\nSERVICE_TIME : 7')
  expect(readInstance(timed).windows).toEqual([
    { from: 0, until: 90, service: 0 },
    { from: 10, until: 20, service: 7 },
    { from: 30, until: 40, service: 7 },
    { from: 50, until: 60, service: 7 },
  ])
})

test('what is neither is refused', () => {
  expect(() => readInstance('hello')).toThrow('neither a CVRPLIB nor a Solomon file')
})

test('an answer is driven again: a place left out, too heavy a run and a late one are refused', () => {
  const plain = readInstance(cvrp)
  expect(checkAnswer(plain, [[1, 3], [2]])).toBe(3 + 2 + 1 + 8)
  expect(() => checkAnswer(plain, [[1, 3]])).toThrow('not every customer once')
  expect(() => checkAnswer(plain, [[1, 2], [3]])).toThrow('over its capacity')
  expect(() => checkAnswer(readInstance(solomon), [[2, 1]])).toThrow('late at 1')
})

test('the search finds the best answer of an instance small enough to know it', () => {
  const instance = readInstance(cvrp)
  const { runs } = searchRuns(poseInstance(instance), { seed: 1, spent: ({ iterations }) => iterations / 200 })
  expect(checkAnswer(instance, runs.flat())).toBe(14)
})

import { cut, print } from '#app/domain/woodcut/print-ink.ts'
import { line, outline, type Shape } from '#app/domain/woodcut/shape-outline.ts'

export const edge = 3.4

export const box = (left: number, top: number, right: number, bottom: number): Shape =>
  outline(`${left},${top}! ${right},${top}! ${right},${bottom}! ${left},${bottom}!`)

/** A tiled roof with its eaves turned up; `rise` above the eaves at `y`. */
export const roof = (x: number, y: number, width: number, rise: number) => {
  const h = width / 2
  return (
    print(
      outline(
        `${x - h - 8},${y - 4} ${x - h * 0.72},${y - rise * 0.5} ${x - h * 0.5},${y - rise}! ${x + h * 0.5},${y - rise}! ${x + h * 0.72},${y - rise * 0.5} ${x + h + 8},${y - 4}! ${x + h},${y + 4} ${x},${y} ${x - h},${y + 4}`,
      ),
      'slate',
      edge,
    ) +
    cut(
      [-0.5, -0.25, 0, 0.25, 0.5].map((k) => line(`${x + k * width * 0.6},${y - rise + 5} ${x + k * width * 1.25},${y - 5}`)),
      2,
    ) +
    cut(line(`${x - h * 0.56},${y - rise} ${x + h * 0.56},${y - rise}`), 6)
  )
}

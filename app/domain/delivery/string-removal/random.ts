/** Numbers that look random and are not: the same seed gives the same plan. xorshift128 (Marsaglia, 2003). */
export class Random {
  #x: number
  #y = 362_436_069
  #z = 521_288_629
  #w = 88_675_123

  constructor(seed: number) {
    this.#x = (seed ^ 123_456_789) | 0 || 1
    for (let i = 0; i < 16; i++) this.next()
  }

  /** From 0, 1 left out. */
  next(): number {
    const t = this.#x ^ (this.#x << 11)
    this.#x = this.#y
    this.#y = this.#z
    this.#z = this.#w
    this.#w = this.#w ^ (this.#w >>> 19) ^ t ^ (t >>> 8)
    return (this.#w >>> 0) / 4_294_967_296
  }

  /** A whole number from 0, `count` left out. */
  below(count: number): number {
    return Math.floor(this.next() * count)
  }
}

import { farmhouse, grower, mountains, plain, sky, terraces } from './frieze/carve-country.ts'
import { city, road, truck } from './frieze/carve-town.ts'
import { papers, pigments } from './pigments.ts'
import { seedHand } from './seed-hand.ts'

/** The home page's strip: terraces, the plain, a loaded truck, the city gate. 1200 × 220 on its own paper, so it stands on light and dark grounds alike. */
export function drawFrieze(): string {
  const hand = seedHand('frieze')
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 220" role="img" fill="none" stroke-linecap="round" stroke-linejoin="round">' +
    `<path d="M0 0h1200v220H0z" fill="${papers.rape.ground}"/>${sky()}${mountains()}${plain()}${terraces()}${farmhouse()}${city(hand)}${road()}` +
    `${grower(570, 164)}${grower(304, 174)}${truck(738, 198)}` +
    `<path d="M0 2h1200M0 216h1200" stroke="${pigments.ink}" stroke-width="4"/></svg>`
  )
}

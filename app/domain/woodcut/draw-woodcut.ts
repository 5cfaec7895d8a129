import type { Crop } from './crop-names.ts'
import { edamame, greenBeans } from './crops/carve-beans.ts'
import { goji, grape, kiwi, strawberry } from './crops/carve-berries.ts'
import { fruitBasket, giftBox, vegetableBox } from './crops/carve-boxes.ts'
import { celtuce, garlic, ginger, lotusRoot, onion } from './crops/carve-bulbs.ts'
import { lemon, mandarin, pomelo, rockSugarOrange } from './crops/carve-citrus.ts'
import { honey, riceWine, tea, tofu } from './crops/carve-cupboard.ts'
import { bitterMelon, butternutSquash, cucumber, loofah, pumpkin, winterMelon } from './crops/carve-gourds.ts'
import { corn, millet, noodles, rice, vermicelli, wheatFlour } from './crops/carve-grains.ts'
import { broccoli, cauliflower, celery, scallion } from './crops/carve-heads-and-stalks.ts'
import { cabbage, napaCabbage, pakChoi, peaShoots, spinach } from './crops/carve-leafy-greens.ts'
import { curedSausage, fish, hamSausage, pork } from './crops/carve-meat-and-fish.ts'
import { shiitake, woodEar } from './crops/carve-mushrooms.ts'
import { chilli, eggplant, greenPepper, tomato } from './crops/carve-nightshades.ts'
import { driedDates, peanut, walnut } from './crops/carve-nuts.ts'
import { cherry, loquat, peach, pear, plum } from './crops/carve-orchard-fruits.ts'
import { chicken, duck, egg, preservedEgg } from './crops/carve-poultry.ts'
import { carrot, potato, sweetPotato, taro, whiteRadish, yam } from './crops/carve-roots.ts'
import { beanPaste, chilliSauce, rapeseedOil, soySauce } from './crops/carve-sauces.ts'
import { yakMeat, yakMilk, yakYogurt } from './crops/carve-yak.ts'
import { seedHand } from './seed-hand.ts'
import { type Block, setScene } from './set-scene.ts'

const blocks: Record<Crop, Block> = {
  rice,
  millet,
  'wheat-flour': wheatFlour,
  noodles,
  vermicelli,
  corn,
  peanut,
  walnut,
  'sweet-potato': sweetPotato,
  potato,
  taro,
  yam,
  carrot,
  'white-radish': whiteRadish,
  celtuce,
  'lotus-root': lotusRoot,
  ginger,
  garlic,
  onion,
  'pak-choi': pakChoi,
  spinach,
  'pea-shoots': peaShoots,
  cabbage,
  'napa-cabbage': napaCabbage,
  broccoli,
  cauliflower,
  celery,
  scallion,
  shiitake,
  'wood-ear': woodEar,
  chilli,
  'green-pepper': greenPepper,
  tomato,
  eggplant,
  cucumber,
  'butternut-squash': butternutSquash,
  pumpkin,
  'winter-melon': winterMelon,
  'bitter-melon': bitterMelon,
  loofah,
  'green-beans': greenBeans,
  edamame,
  'rock-sugar-orange': rockSugarOrange,
  mandarin,
  pomelo,
  lemon,
  grape,
  kiwi,
  pear,
  peach,
  plum,
  loquat,
  strawberry,
  cherry,
  goji,
  'dried-dates': driedDates,
  egg,
  'preserved-egg': preservedEgg,
  chicken,
  duck,
  pork,
  'cured-sausage': curedSausage,
  'ham-sausage': hamSausage,
  'yak-meat': yakMeat,
  'yak-yogurt': yakYogurt,
  'yak-milk': yakMilk,
  fish,
  'rapeseed-oil': rapeseedOil,
  'soy-sauce': soySauce,
  'chilli-sauce': chilliSauce,
  'bean-paste': beanPaste,
  tofu,
  'rice-wine': riceWine,
  honey,
  tea,
  'gift-box': giftBox,
  'vegetable-box': vegetableBox,
  'fruit-basket': fruitBasket,
}

/** The woodcut of a crop or product as one SVG text, 400 × 300. The same crop is always the same print. */
export const drawWoodcut = (crop: Crop): string => setScene(blocks[crop], seedHand(crop))

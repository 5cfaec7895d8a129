/** The printer's pots: the identity's tokens and the Mianzhu colours that go with them. */
export const pigments = {
  ink: '#17231C',
  white: '#FFFFFF',
  cream: '#FBF1D8',
  straw: '#F3DC96',
  rape: '#F2C230',
  ochre: '#DB9A2A',
  orange: '#F08A24',
  tangerine: '#D96A14',
  tan: '#DDB582',
  brown: '#AD7443',
  soil: '#7A4A2B',
  pepper: '#B3261E',
  vermilion: '#D9412C',
  coral: '#EE8668',
  blush: '#F9CDBB',
  rose: '#D84A78',
  madder: '#A32453',
  plum: '#54295C',
  violet: '#874C93',
  lilac: '#CFADD3',
  indigo: '#274690',
  sky: '#8FB2DD',
  leaf: '#0E6B4A',
  grass: '#3C9A57',
  sprout: '#98C957',
  pale: '#DCEBB4',
  slate: '#5C6B66',
  stone: '#A7B3AB',
  mist: '#E3E8DD',
  night: '#2E2A33',
} as const

export type Pigment = keyof typeof pigments

/** Paper tints a woodcut is printed on: the ground, and one step deeper for the table or field. */
export const papers = {
  leaf: { ground: '#E0F0E7', band: '#C3E0CF', carve: '#A9CFB9' },
  rape: { ground: '#FFF3C9', band: '#F8E09A', carve: '#E9C96C' },
  pepper: { ground: '#FCE8E5', band: '#F6CFC8', carve: '#E9B4AB' },
  indigo: { ground: '#E6EBF8', band: '#CAD5EF', carve: '#AEBEE3' },
} as const

export type Paper = keyof typeof papers

/** Of the demo alliance, whom nobody can call. */
const demoPhone = '400-000-2017'

/** Whom customers and drivers call. */
export const supportPhone = () => process.env.SUPPORT_PHONE ?? demoPhone

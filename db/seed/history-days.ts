/** How far back the demo's orders reach, with a few days to spare for the waves that took them. */
export const historyDays = 45

import type { dispatchMessages } from '#app/i18n/messages/dispatch.ts'

type Texts = (typeof dispatchMessages)['zh-CN']
const known = ['osrm', 'osrm_partly', 'osrm_failed', 'vroom', 'vroom_failed', 'vroom_not_asked'] as const

/** Which planner and roads answered, in words; `osrm_partly:12` counts the legs that are estimated. */
export function sayPlanNotes(notes: readonly string[], t: Texts): string[] {
  return notes.flatMap((note) => {
    const [code, count] = note.split(':')
    const named = known.find((each) => each === code)
    return named ? [count === undefined ? t[`note_${named}`] : `${t[`note_${named}`]} (${count})`] : []
  })
}

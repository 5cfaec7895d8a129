/** One line to whoever started us. */
export const say = (line) => process.stdout.write(`${line}\n`)

/** A sentence that helps, instead of a stack trace. */
export class Stop extends Error {}

/** Runs `work`; when it cannot go on, says why in words and ends with an exit code that says so too. */
export async function orExplain(work) {
  try {
    await work()
  } catch (error) {
    process.stderr.write(`\n${error instanceof Stop ? error.message : (error?.stack ?? error)}\n`)
    process.exit(1)
  }
}

export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

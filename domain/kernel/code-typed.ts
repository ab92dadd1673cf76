/**
 * A code as it is kept, from how spreadsheets write it: `="01053"` keeps its zero there, and letters come small. Nothing
 * is added: a zero that is lost is a question, not a spelling.
 */
export const asCode = (typed: string): string => typed.replace(/^="(.*)"$/, '$1').toUpperCase()

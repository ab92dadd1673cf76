/** Dry runs that nobody commits are forgotten after so many days, with their files. */
export const DAYS_KEPT = 30

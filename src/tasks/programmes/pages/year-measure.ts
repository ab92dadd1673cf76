/** What the counts by year count. */
export const measures = ['participations', 'steps', 'organisations'] as const
export type Measure = (typeof measures)[number]

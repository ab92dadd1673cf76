/**
 * From that year on a membership is asked of who takes part in a research-action programme («Orientations et feuille de
 * route 2016»). No source says so of the years before.
 */
export const MEMBERSHIP_ASKED_SINCE = 2016

/**
 * The research-action programmes: inquiry and trials on site, with the people concerned. The roadmap of 2016 names the
 * first three; the later ones are of the same nature.
 */
const researchAction: ReadonlySet<string> = new Set([
  'territoires_en_residences',
  'transfo',
  'mise_a_l_echelle',
  'rebonds',
  'enacting_the_commons',
  'lieux_communs',
])

export const isResearchAction = (programme: string): boolean => researchAction.has(programme)

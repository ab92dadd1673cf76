import type { MembersAnswer } from '#src/tasks/members/use-cases/answer-members.js'
import { sectionAddresses } from '#src/web/layout/frame-words.js'
import { membersWords } from './members-words.js'
import { useSay } from '#src/web/layout/page-context.js'

/** Which year and whose members: sent by its button, or as soon as one is chosen by pointer. */
export const YearForm = ({ answer }: { readonly answer: MembersAnswer }) => {
  const say = useSay()
  const { association, associations } = answer
  const listed = associations.some(({ code }) => code === association.code)
    ? associations
    : [{ ...association, organisations: 0 }, ...associations]
  return (
    <form method="get" action={sectionAddresses.members} data-role="filters">
      <fieldset class="filters">
        <legend>{say(membersWords.filters)}</legend>
        <div class="filter-grid">
          <div class="filter">
            <label for="year">{say(membersWords.year)}</label>
            <select id="year" name="year">
              {yearsOffered(answer).map((year) => (
                <option key={year} value={String(year)} selected={year === answer.year}>
                  {year}
                </option>
              ))}
            </select>
          </div>
          <div class="filter">
            <label for="association">{say(membersWords.association)}</label>
            <select id="association" name="association">
              {listed.map(({ code, labels, organisations }) => (
                <option key={code} value={code} selected={code === association.code}>
                  {`${say(labels)} (${organisations})`}
                </option>
              ))}
            </select>
          </div>
        </div>
        <div class="filters-foot">
          <button type="submit" class="quiet">
            {say(membersWords.show)}
          </button>
        </div>
      </fieldset>
    </form>
  )
}

/** From the first year on record to the next one to come; the last one first. */
const yearsOffered = ({ year, years, asOf }: MembersAnswer): readonly number[] => {
  const next = Number(asOf.slice(0, 4)) + 1
  const [first, last] = [Math.min(years[0]?.year ?? year, year), Math.max(next, year)]
  return Array.from({ length: last - first + 1 }, (_, place) => last - place)
}

import { families, kindOf } from '#domain/steps/catalogue/catalogue.js'
import { foldedKey } from '#domain/kernel/folded-key.js'
import { recordWords } from './record-words.js'
import { withCapital } from '#domain/kernel/first-letter.js'
import { Page } from '#src/web/layout/page.js'
import { useSay } from '#src/web/layout/page-context.js'
import type { ChosenOrganisation } from '#src/tasks/recording/use-cases/chosen-organisations.js'
import { crumbsTo } from './step-form.js'

export interface ChooseKindProps {
  readonly organisations: readonly ChosenOrganisation[]
  /** What was searched among the kinds. */
  readonly search: string
}

/** What can be recorded, by family; with letters typed, only the kinds that have them. */
export const ChooseKind = ({ organisations, search }: ChooseKindProps) => {
  const say = useSay()
  const wanted = foldedKey(search)
  const shown = families
    .map(({ code, labels, kinds }) => ({
      code,
      labels,
      kinds: kinds
        .filter((kind) => wordsOf(labels, kind.labels).includes(wanted))
        .map((kind) => kindOf(kind.code)),
    }))
    .filter(({ kinds }) => kinds.length > 0)
  return (
    <Page
      title={recordWords.chooseKind}
      kicker={
        organisations.length === 0 ? recordWords.title : organisations.map(({ name }) => name).join(' · ')
      }
      lead={say(recordWords.chooseKindLead)}
      section="record"
      crumbs={crumbsTo(organisations)}
      scripts={['record.js']}
    >
      <form method="get" action="/enregistrer" class="inline-form" role="search">
        <label for="genre">{say(recordWords.searchKind)}</label>
        {organisations.map(({ id }) => (
          <input key={id} type="hidden" name="organisation" value={id} />
        ))}
        <input
          id="genre"
          name="genre"
          type="search"
          value={search}
          autocomplete="off"
          data-role="kind-search"
        />
        <button type="submit">{say(recordWords.search)}</button>
      </form>
      <p role="status" data-role="no-kind" hidden={shown.length > 0}>
        {say(recordWords.noKind)}
      </p>
      {shown.map(({ code, labels, kinds }) => (
        <section key={code} aria-labelledby={`famille-${code}`} data-role="family">
          <h2 id={`famille-${code}`}>{withCapital(say(labels))}</h2>
          <ul class="kinds">
            {kinds.map((kind) => (
              <li key={kind.code} data-words={wordsOf(labels, kind.labels)}>
                <a href={addressOf(organisations, kind.code)}>{withCapital(say(kind.labels))}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}

interface Words {
  readonly fr: string
  readonly en: string
}

const wordsOf = (family: Words, kind: Words): string =>
  foldedKey([kind.fr, kind.en, family.fr, family.en].join(' '))

const addressOf = (organisations: readonly ChosenOrganisation[], kind: string): string => {
  const query = new URLSearchParams([...organisations.map(({ id }) => ['organisation', id]), ['kind', kind]])
  return `/enregistrer?${query.toString()}`
}
